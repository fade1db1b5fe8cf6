import { get } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROUTES, type NoticeView } from '@lateral/contracts';
import { RelayOutbox } from '@lateral/exchange';
import { openHubDatabase } from '@lateral/persistence/hub';
import type { HubDatabase } from '@lateral/persistence/hub';
import { accepted, CheckScene } from '../../../../test/world/check-scene.js';
import { hubDoor } from '../../../../test/world/hub-door.js';
import type { DoorClient, HubDoor } from '../../../../test/world/hub-door.js';

/*
 * What a board needs so as never to be read again by hand: each act of a round is heard by connected clients of both agencies, or of
 * the own team alone, at once. That of the courier which makes clients hear is done here as it does it, after every act.
 */
let door: HubDoor;
let courier: HubDatabase;
let asking: DoorClient;
let asked: DoorClient;
let hears: Record<'csc-north' | 'police-north' | 'school-north', Heard>;
beforeAll(async () => {
  door = await hubDoor();
  courier = await openHubDatabase({ url: door.database.url, poolSize: 2, applicationName: 'live-test' });
  [asking, asked] = await Promise.all([door.signIn('csc-north'), door.signIn('police-north', 'responder')]);
  // Colleagues of those who act, and an agency that has nothing to do with it.
  const [one, other, stranger] = await Promise.all([door.signIn('csc-north', 'team_manager'), door.signIn('police-north', 'team_manager'), door.signIn('school-north', 'responder')]);
  hears = { 'csc-north': await Heard.by(one), 'police-north': await Heard.by(other), 'school-north': await Heard.by(stranger) };
}, 60_000);
afterAll(async () => {
  for (const heard of Object.values(hears)) heard.stop();
  await courier.close();
  await door.end();
});

/** A connected client; `next` resolves with the next notice, whenever it comes. */
class Heard {
  readonly all: NoticeView[] = [];
  private waiting: (() => void) | null = null;

  private pending = '';

  private constructor(private readonly request: ClientRequest, response: IncomingMessage) {
    response.setEncoding('utf8').on('data', (text: string) => { this.read(text); });
  }

  static by({ token }: DoorClient): Promise<Heard> {
    return new Promise((resolve, reject) => {
      const request = get({ host: '127.0.0.1', port: door.hub.port, path: ROUTES.events, headers: { authorization: `Bearer ${token}` } }, (response) => resolve(new Heard(request, response)));
      request.on('error', reject);
    });
  }

  async next(): Promise<NoticeView> {
    while (this.all.length === 0) await new Promise<void>((resolve) => { this.waiting = resolve; });
    return this.all.shift()!;
  }

  stop(): void {
    this.request.destroy();
  }

  private read(text: string): void {
    const blocks = (this.pending + text).split('\n\n');
    this.pending = blocks.pop() ?? '';
    this.all.push(...blocks.flatMap((block) => { const data = /^data: (.*)$/m.exec(block)?.[1]; return data === undefined ? [] : [JSON.parse(data) as NoticeView]; }));
    this.waiting?.();
  }
}

const relay = (): Promise<number> => new RelayOutbox({ clock: courier.clock, outbox: courier.outbox, publisher: { publish: () => Promise.resolve() }, notify: { carryOut: () => Promise.reject(new Error('nobody has left')) } }).carryOut();

/** Both parties, the team that asks, or the team that is asked. */
type Who = 'both' | 'asking' | 'asked';

it('every act of a round is heard by colleagues on either side whom it concerns, by nobody else, and says nothing of who did it', async () => {
  const scene = await CheckScene.in('open', 'open', 1, { asking, asked });
  const request = scene.requests[0]!;
  const { id } = request;
  // A scene has had acts before: of those nothing is counted.
  await relay();
  const soFar = { 'csc-north': 0, 'police-north': 0 };
  for (const agency of ['csc-north', 'police-north'] as const) for (let kind = ''; kind !== 'request.corrected.v1'; soFar[agency] += 1) kind = (await hears[agency].next()).kind;
  expect(Math.min(...Object.values(soFar))).toBeGreaterThan(2);
  for (const agency of ['csc-north', 'police-north'] as const) hears[agency].all.length = 0;

  const version = async (): Promise<number> => { await scene.refresh(); return request.version; };
  const answer = async (type: Parameters<CheckScene['sealedAnswer']>[1], corrects: string | null = null): Promise<unknown> => {
    request.answer = await scene.sealedAnswer(request, type, corrects);
    return asked.post(`/v1/requests/${id}/responses`, { version: await version(), envelope: request.answer });
  };
  const acts: [kind: string, who: Who, act: () => Promise<unknown>][] = [
    ['request.taken.v1', 'asked', () => asked.put(`/v1/requests/${id}/holder`, { from: null, to: asked.client.member })],
    ['check.given.v1', 'asking', () => asking.put(`/v1/checks/${scene.reference}/holder`, { from: asking.client.member, to: null })],
    ['envelope.handed-over.v1', 'both', () => asked.post(`/v1/envelopes/${request.question.header.context.message}/hand-over`, {})],
    ['request.due-moved.v1', 'both', async () => asking.post(`/v1/requests/${id}/due-time`, { version: await version(), dueAt: new Date(Date.now() + 7_200_000).toISOString(), reason: 'agreed_with_agency' })],
    ['request.reminded.v1', 'both', () => asking.post(`/v1/requests/${id}/reminders`, { level: 'reminder' })],
    ['response.submitted.v1', 'both', () => answer('KNOWN_RELEVANT')],
    ['response.corrected.v1', 'both', () => answer('NO_TRACE', request.answer!.header.context.message)],
    ['check.rated.v1', 'asking', async () => { await scene.refresh(); return asking.post(`/v1/checks/${scene.reference}/rating`, { version: scene.version, urgency: 'red', reason: 'risk_increased' }); }],
    ['decision.recorded.v1', 'asking', async () => { await scene.refresh(); return asking.post(`/v1/checks/${scene.reference}/decision`, { version: scene.version, envelope: await asking.sealDecision(scene.id, { coded: { urgency: 'red' } }) }); }],
    ['outcome.told.v1', 'both', async () => asking.post(`/v1/requests/${id}/outcome`, { envelope: await scene.sealedOutcome(request) })],
    ['check.closed.v1', 'asking', async () => { await scene.refresh(); return asking.post(`/v1/checks/${scene.reference}/closure`, { version: scene.version }); }],
  ];
  for (const [kind, who, act] of acts) {
    accepted(await act() as Parameters<typeof accepted>[0]);
    await relay();
    for (const [agency, side] of [['csc-north', 'asking'], ['police-north', 'asked']] as const) {
      if (who !== 'both' && who !== side) continue;
      const notice = await hears[agency].next();
      const whole = kind.startsWith('check.') || kind.startsWith('decision.');
      expect(notice).toEqual({ id: notice.id, kind, reference: scene.reference, request: whole ? null : id, agency, urgency: whole && kind !== 'check.given.v1' ? 'red' : 'amber', dueAt: whole ? null : expect.any(String), at: expect.any(String) });
    }
  }
  for (const heard of Object.values(hears)) expect(heard.all).toEqual([]);
}, 60_000);

it('a request that is taken back is heard by both', async () => {
  const { requests: [request], reference, version } = await CheckScene.in('acknowledged', 'open', 1, { asking, asked });
  accepted(await asking.post(`/v1/checks/${reference}/withdrawal`, { version, reason: 'no_longer_needed' }));
  await relay();
  const until = async (agency: keyof typeof hears, kind: string): Promise<NoticeView> => {
    for (;;) {
      const notice = await hears[agency].next();
      if (notice.kind === kind) return notice;
    }
  };
  for (const agency of ['csc-north', 'police-north'] as const) expect(await until(agency, 'request.withdrawn.v1')).toMatchObject({ reference, request: request!.id, agency });
  expect(hears['school-north'].all).toEqual([]);
});
