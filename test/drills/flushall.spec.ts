// Redis loses everything it holds while notices are outstanding. It holds hints only: what is owed is in Postgres, and is
// published again until it has been delivered.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '@lateral/play';
import { converse } from '../../tools/services/src/loopback-line.mjs';
import { RoundWorld } from '../world/round-world.js';
import { post } from '../world/checks.js';
import { MailServer, type Mailbox } from './support/mail-server.js';
import { countRecords, isAllCarried } from './support/tally.js';

const LIMIT_MS = 180_000;
const DELIVERED_MS = 60_000;

describe('FLUSHALL with notices outstanding', () => {
  let world: RoundWorld;
  let mail: MailServer;
  beforeAll(async () => {
    mail = await MailServer.start();
    world = await RoundWorld.start({ ownServices: true, smtpUrl: mail.url });
  }, LIMIT_MS);
  afterAll(async () => {
    await world.end();
    await mail.stop();
  }, LIMIT_MS);

  const mailboxes = (): string[] => world.plan.checks[0]!.requests.map(({ agency }) => `${agency}@agency.example.org`);
  const owed = (): Promise<{ id: string; published: boolean }[]> => world.sql('select id, published_at is not null as published from outbox_event order by id');

  async function flushAll(): Promise<void> {
    const { port, password } = new URL(world.settings.REDIS_URL);
    const said = await converse(Number(port), [`AUTH ${password}`, 'DBSIZE', 'FLUSHALL', 'DBSIZE']);
    // There was something to lose, and it is lost.
    expect(said).toMatch(/^\+OK\r\n:[1-9]\d*\r\n\+OK\r\n:0\r\n$/);
  }

  async function expectDelivered(events: readonly string[], noticesBefore: number): Promise<void> {
    expect(await within(DELIVERED_MS, () => isAllCarried(world))).toBe(true);
    expect(await owed()).toEqual([]);
    expect((await countRecords(world))['notice.delivered.v1']).toBe(noticesBefore + events.length);
    const told = await world.sql<{ id: string; times: number }>('select id, count(*)::int as times from agency_notice where id = any($1::uuid[]) group by id order by id', [events]);
    expect(told).toEqual(events.map((id) => ({ id, times: 1 })));
    expect([...new Set(mail.taken.map(({ messageId }) => messageId))]).toEqual(expect.arrayContaining([...events]));
    expect(await world.sql(`select notice from check_request where notice <> 'delivered'`)).toEqual([]);
  }

  it('while mail servers put courier off: every notice is delivered once they take mail again', async () => {
    let isDown = true;
    const busy: Mailbox = () => Promise.resolve(isDown ? { code: 451 } : 'take');
    for (const mailbox of mailboxes()) mail.mailboxes.set(mailbox, busy);
    await post(world.clients(), world.plan.checks[0]!);
    expect(await within(DELIVERED_MS, async () => mailboxes().every((mailbox) => (mail.tried.get(mailbox) ?? 0) > 0))).toBe(true);
    const events = (await owed()).map(({ id }) => id);
    expect(events).toHaveLength(mailboxes().length);
    await flushAll();
    isDown = false;
    await expectDelivered(events, 0);
  }, LIMIT_MS);

  it('while courier is down with jobs published: every notice is delivered once it is back', async () => {
    let isDown = true;
    for (const mailbox of mailboxes()) mail.mailboxes.set(mailbox, () => Promise.resolve(isDown ? { code: 451 } : 'take'));
    const before = (await countRecords(world))['notice.delivered.v1'] ?? 0;
    await post(world.clients(), world.plan.checks[0]!);
    expect(await within(DELIVERED_MS, async () => (await owed()).every(({ published }) => published))).toBe(true);
    await world.kill('courier');
    await flushAll();
    isDown = false;
    const events = (await owed()).map(({ id }) => id);
    await world.installation.startOne('courier');
    await expectDelivered(events, before);
  }, LIMIT_MS);
});
