import { get } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoticeView } from '@lateral/contracts';
import { openHubDatabase } from '@lateral/persistence/hub';
import type { HubDatabase } from '@lateral/persistence/hub';
import { createLogger } from '@lateral/platform';
import { startHub } from '../start-hub.js';
import { hubDoor, newId } from '../../../../test/world/hub-door.js';
import type { DoorClient, HubDoor } from '../../../../test/world/hub-door.js';
import { PersonDoors } from '../../../../test/world/person-door.js';
import type { PersonDoor } from '../../../../test/world/person-door.js';

let door: HubDoor;
let courier: HubDatabase;
let police: DoorClient;
let school: DoorClient;
beforeAll(async () => {
  door = await hubDoor();
  courier = await openHubDatabase({ url: door.database.url, poolSize: 2, applicationName: 'events-test' });
  [police, school] = await Promise.all([door.signIn('police-north', 'responder'), door.signIn('school-north', 'responder')]);
}, 60_000);
afterAll(async () => {
  await courier.close();
  await door.end();
});

const noticeTo = (agency: string): NoticeView => ({ id: newId(), kind: 'request.posted.v1', reference: 'LC-7GQ2M-4X9TB', request: newId(), agency, urgency: 'amber', dueAt: '2026-11-21T12:00:00.000Z', at: '2026-11-21T09:30:00.000Z' });

/** A connected client. `next` resolves with the next event, whenever it comes. */
class EventStream {
  private readonly events: { id: string; event: string; data: NoticeView }[] = [];
  private waiting: (() => void) | null = null;
  private pending = '';
  readonly ended: Promise<void>;

  private constructor(private readonly request: ClientRequest, readonly response: IncomingMessage) {
    this.ended = new Promise((resolve) => response.on('end', () => resolve()));
    response.setEncoding('utf8').on('data', (text: string) => {
      this.pending += text;
      const blocks = this.pending.split('\n\n');
      this.pending = blocks.pop() ?? '';
      for (const block of blocks.filter((part) => part.includes('data: '))) {
        const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
        this.events.push({ id: field('id'), event: field('event'), data: JSON.parse(field('data')) as NoticeView });
      }
      this.waiting?.();
    });
  }

  static open(client: DoorClient, lastSeen?: string, url = door.hub.url): Promise<EventStream> {
    return EventStream.begun({ authorization: `Bearer ${client.token}`, ...(lastSeen === undefined ? {} : { 'last-event-id': lastSeen }) }, url);
  }

  static openBy({ token }: PersonDoor, url = door.hub.url): Promise<EventStream> {
    return EventStream.begun({ cookie: `lateral=${token}` }, url);
  }

  private static begun(headers: Record<string, string>, url: string): Promise<EventStream> {
    const { port } = new URL(url);
    return new Promise((resolve, reject) => {
      const request = get({ host: '127.0.0.1', port, path: '/v1/events', headers }, (response) => resolve(new EventStream(request, response)));
      request.on('error', reject);
    });
  }

  async next(): Promise<{ id: string; event: string; data: NoticeView }> {
    while (this.events.length === 0) await new Promise<void>((resolve) => { this.waiting = resolve; });
    return this.events.shift()!;
  }

  close(): void {
    this.request.destroy();
  }
}

describe('server-sent events', () => {
  it('tell an agency what is announced to it, and nobody else', async () => {
    const [ours, theirs] = [await EventStream.open(police), await EventStream.open(school)];
    expect(ours.response.headers).toMatchObject({ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    const [first, other] = [noticeTo('police-north'), noticeTo('school-north')];
    await courier.outbox.announce(first);
    expect(await ours.next()).toEqual({ id: first.id, event: first.kind, data: first });
    await courier.outbox.announce(other);
    expect((await theirs.next()).id).toBe(other.id);
    ours.close();
    theirs.close();
  });

  it('go on after the notice that a client saw last', async () => {
    const before = await EventStream.open(police);
    const [seen, missed] = [noticeTo('police-north'), noticeTo('police-north')];
    await courier.outbox.announce(seen);
    expect((await before.next()).id).toBe(seen.id);
    before.close();
    await courier.outbox.announce(missed);
    const after = await EventStream.open(police, seen.id);
    const ids = [(await after.next()).id];
    // What was announced about the same time may come again; what was missed must come.
    while (!ids.includes(missed.id)) ids.push((await after.next()).id);
    expect(ids).not.toContain(seen.id);
    after.close();
  });

  it('find by polling what no wake-up named', async () => {
    const stream = await EventStream.open(police);
    const quiet = noticeTo('police-north');
    await door.database.sql(
      'insert into agency_notice (id, agency, kind, reference, request_id, urgency, due_at, at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [quiet.id, quiet.agency, quiet.kind, quiet.reference, quiet.request, quiet.urgency, quiet.dueAt, quiet.at],
    );
    // A client that comes while another of its agency is there may be told of what was announced just before.
    let { id } = await stream.next();
    while (id !== quiet.id) ({ id } = await stream.next());
    expect(id).toBe(quiet.id);
    stream.close();
  });

  it('keep no session alive: a page comes back to them by itself, with nobody in front of it', async () => {
    const doors = await PersonDoors.beside(door);
    try {
      const person = await doors.signIn(police.client);
      await door.database.sql("update session set seen_at = seen_at - interval '20 minutes', idle_until = idle_until - interval '20 minutes' where id = $1", [person.session.id]);
      const use = (): Promise<unknown> => door.database.sql('select seen_at, idle_until from session where id = $1', [person.session.id]);
      const before = await use();
      for (let time = 0; time < 2; time += 1) {
        const stream = await EventStream.openBy(person);
        expect(stream.response.statusCode).toBe(200);
        stream.close();
      }
      expect(await use()).toEqual(before);
      expect((await person.get('/v1/me')).status).toBe(200);
      expect(await use()).not.toEqual(before);
    } finally {
      await doors.end();
    }
  });

  it('end with their session, at every hub, whoever ended it', async () => {
    const other = await startHub(door.settings, { log: createLogger({ app: 'hub', write: () => undefined }) });
    const doors = await PersonDoors.beside(door);
    try {
      const { client } = police;
      const [one, second, third] = [await doors.signIn(client), await doors.signIn(client), await doors.signIn(client)];
      const open = async (by: PersonDoor): Promise<EventStream[]> => [await EventStream.openBy(by), await EventStream.openBy(by, other.url)];
      const [first, kept, left] = [await open(one), await open(second), await open(third)];
      expect((await one.post('/v1/sign-out')).status).toBe(204);
      await Promise.all(first.map(({ ended }) => ended));
      expect((await second.delete(`/v1/sessions/${third.session.id}`)).status).toBe(204);
      await Promise.all(left.map(({ ended }) => ended));
      // Whose session lives goes on listening.
      const notice = noticeTo('police-north');
      await courier.outbox.announce(notice);
      for (const stream of kept) {
        let { id } = await stream.next();
        while (id !== notice.id) ({ id } = await stream.next());
        stream.close();
      }
    } finally {
      await doors.end();
      for (const step of other.steps) await step.stop();
    }
  });

  it('end though nobody said that their session has run out', async () => {
    const doors = await PersonDoors.beside(door);
    const person = await doors.signIn(police.client);
    const stream = await EventStream.openBy(person);
    await door.database.sql(`update session set idle_until = now() - interval '1 second' where id = $1`, [person.session.id]);
    await stream.ended;
    expect((await person.get('/v1/me')).status).toBe(401);
    await doors.end();
  }, 30_000);

  it('end when the hub stops, and do not keep it', async () => {
    const other = await startHub(door.settings, { log: createLogger({ app: 'hub', write: () => undefined }) });
    const stream = await EventStream.open(police, undefined, other.url);
    for (const step of other.steps) await step.stop();
    await expect(stream.ended).resolves.toBeUndefined();
  });

  it('refuse a Last-Event-ID that is no id', async () => {
    const stream = await EventStream.open(police, 'everything');
    expect(stream.response.statusCode).toBe(422);
    stream.close();
  });
});
