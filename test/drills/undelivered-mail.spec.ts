// One agency's mail server refuses for good, another's takes its time. The refusal is told to the asker, the slow one keeps nobody
// else waiting, and a request that could not be announced can be collected all the same, which acknowledges it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '@lateral/play';
import { RoundWorld } from '../world/round-world.js';
import { asking, post } from '../world/checks.js';
import { MailServer } from './support/mail-server.js';

const LIMIT_MS = 180_000;
const SOON_MS = 20_000;
/** Less than courier waits for a mail server that says nothing. */
const PROMPTLY_MS = 8_000;
const REFUSING = 'police';
const SLOW = 'icb';
const PROMPT = 'school';
const addressOf = (agency: string): string => `${agency}@agency.example.org`;

describe('mail that does not arrive', () => {
  let world: RoundWorld;
  let mail: MailServer;
  let release = (): void => undefined;
  beforeAll(async () => {
    mail = await MailServer.start();
    const released = new Promise<void>((resolve) => { release = resolve; });
    mail.mailboxes.set(addressOf(REFUSING), () => Promise.resolve({ code: 550 }));
    mail.mailboxes.set(addressOf(SLOW), () => released.then(() => 'take' as const));
    world = await RoundWorld.start({ smtpUrl: mail.url });
  }, LIMIT_MS);
  afterAll(async () => {
    release();
    await world.end();
    await mail.stop();
  }, LIMIT_MS);

  it('is told to the asker, keeps nobody else waiting, and does not keep the request back', async () => {
    const clients = world.clients();
    const check = world.plan.checks[0]!;
    // More than courier has connections for, all to the slow agency, before anybody else's.
    for (let i = 0; i < 6; i += 1) await post(clients, asking(check, [SLOW]));
    expect(await within(SOON_MS, async () => (mail.tried.get(addressOf(SLOW)) ?? 0) > 0)).toBe(true);
    const posted = await post(clients, asking(check, [REFUSING, SLOW, PROMPT]));
    const noticeOf = async (agency: string): Promise<string | undefined> => (await posted.asking.view()).requests.find(({ asked }) => asked === agency)?.notice;

    expect(await within(PROMPTLY_MS, async () => (await noticeOf(PROMPT)) === 'delivered')).toBe(true);
    expect(await within(SOON_MS, async () => (await noticeOf(REFUSING)) === 'undelivered')).toBe(true);
    expect(await noticeOf(SLOW)).toBe('pending');
    expect(mail.tried.get(addressOf(REFUSING))).toBe(1);
    const refused = await world.sql<{ record: string }>(`select record from audit_record where event = 'notice.undelivered.v1'`);
    expect(refused.map(({ record }) => JSON.parse(record) as unknown)).toEqual([expect.objectContaining({ agency: REFUSING, channel: 'e-mail', reason: 'smtp-550' })]);

    const { party } = posted.asked.find(({ agency }) => agency === REFUSING)!;
    expect((await party.collect()).state).toBe('acknowledged');
    expect(await noticeOf(REFUSING)).toBe('undelivered');

    release();
    expect(await within(60_000, async () => (await noticeOf(SLOW)) === 'delivered')).toBe(true);
    expect(await within(60_000, async () => (await world.sql('select 1 from outbox_event')).length === 0)).toBe(true);
  }, LIMIT_MS);
});
