import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson, digestOf, keyFactLeaf, type KeyFact, type KeyLogEntries } from '@lateral/contracts';
import type { LogMark } from '@lateral/envelope/keys';
import { SystemRandom, systemNow } from '@lateral/platform';
import { Correspondent, HubSession, type Letter, type Means } from '@lateral/play';
import { freePort } from '@lateral/testing';
import { justificationFor, NARRATIVE, REQUEST_BODY } from '@lateral/testing/envelope';
import { changeRoster, Custodian } from '../../world/custodians.js';
import { AUDIENCE, type DoorClient } from '../../world/door-client.js';
import { hubDoor, newId, type HubDoor } from '../../world/hub-door.js';
import { KeyCourier, KeyLedger, keyLedgerClient } from './key-ledger.js';

const [SCHOOL, POLICE, HEALTH] = ['school-north', 'police-north', 'health-north'];
const DAY = 86_400_000;
const random = new SystemRandom();
const time = { now: systemNow };
/** Whoever cannot wait is told so at once. */
const AT_ONCE = { first: 1, longest: 1, total: 0, elapsed: () => 1, wait: () => Promise.reject(new Error('nothing is waited for here')) };

describe('the log of facts about keys, as a machine client checks it when it signs in', () => {
  let door: HubDoor;
  let ledger: KeyLedger;
  let courier: KeyCourier;
  let police: [Custodian, Custodian];
  let asker: DoorClient;
  beforeAll(async () => {
    const port = await freePort();
    door = await hubDoor({ keyLedgerPort: port });
    ledger = await KeyLedger.beside(door, port);
    courier = await KeyCourier.of(door, port);
    police = await Custodian.both(door, POLICE);
    asker = await door.signIn(POLICE);
  }, 60_000);
  afterAll(async () => {
    await courier.end();
    await ledger.end();
    await door.end();
  });

  /** What the client of a police officer saw of the log, the last time. */
  let head: LogMark | null = null;
  const started = (means: Partial<Means> = {}, { client } = asker): Promise<Correspondent> =>
    Correspondent.start(new HubSession({ url: door.hub.url, audience: AUDIENCE }, client, time, random), { time, random, patience: AT_ONCE, ...means });
  const seal = async (client: Correspondent, urgency: 'amber' | 'red', to = SCHOOL): Promise<string> => client.seal(letter(urgency, to)).then(() => 'sealed', (refusal: Error) => refusal.message);
  const letter = (urgency: 'amber' | 'red', to: string): Letter => ({
    type: 'request', check: newId(), request: newId(), to, inReplyTo: null, corrects: null, body: REQUEST_BODY, narrative: NARRATIVE,
    record: { ...justificationFor('request', POLICE, newId()), urgency } as Letter['record'],
  });
  const LATE = 'the key log lacks the newest roster of the own agency: nothing but red is sealed';
  const LATE_THERE = `the key log lacks the newest roster of ${HEALTH}: nothing but red is sealed for it`;
  const contradicted = (code: string, agency = POLICE) => ({ code, agency });

  it('begins with a roster that is on its way, for a day; after it, with red alone', async () => {
    expect([await seal(await started(), 'amber'), (await started()).directory.keyLogHead?.size]).toEqual(['sealed', 0]);
    const dayAfter = await started({ time: { now: () => new Date(Date.now() + DAY) } });
    expect([await seal(dayAfter, 'amber'), await seal(dayAfter, 'red')]).toEqual([LATE, 'sealed']);
    // It asks again before it refuses: what has come meanwhile is found.
    expect(await courier.carry()).toBe(1 + door.made.registration.rosters.length);
    expect(await seal(dayAfter, 'amber')).toBe('sealed');
    head = dayAfter.directory.keyLogHead;
    expect(head?.size).toBe(6);
  });

  it('seals red alone for an agency whose roster is not in it a day after it was signed, and the rest for everybody else', async () => {
    await changeRoster(await Custodian.both(door, HEALTH), { newEpochDays: 35 });
    expect(await seal(await started({ keyLogHead: head }), 'amber', HEALTH)).toBe('sealed');
    const dayAfter = await started({ keyLogHead: head, time: { now: () => new Date(Date.now() + DAY) } });
    expect([await seal(dayAfter, 'amber', HEALTH), await seal(dayAfter, 'red', HEALTH), await seal(dayAfter, 'amber')]).toEqual([LATE_THERE, 'sealed', 'sealed']);
    // That the log cannot be asked any more does not unsay it.
    const { port } = ledger;
    await ledger.stop();
    expect(await seal(dayAfter, 'amber', HEALTH)).toBe(LATE_THERE);
    await ledger.start(port);
    expect([await courier.carry(), await seal(dayAfter, 'amber', HEALTH)]).toEqual([1, 'sealed']);
  });

  it('takes the hub\'s word that the log cannot be asked, without waiting for it', async () => {
    const { port } = ledger;
    await ledger.stop();
    const client = await started({ keyLogHead: head });
    expect([client.directory.keyLogHead, await seal(client, 'amber')]).toEqual([head, 'sealed']);
    await ledger.start(port);
  });

  it('attack: a log that is shorter than the one it saw, under the same key', async () => {
    const twin = await KeyLedger.beside(door);
    const { facts } = await police[0].get<KeyLogEntries>('/v1/key-log/entries?from=0');
    const writer = await keyLedgerClient(door, twin.port);
    expect(await writer.append(facts.slice(0, 4).map(keyFactLeaf))).toMatchObject({ ok: true });
    writer.close();
    await restarted({ KEY_LEDGER_PORT: String(twin.port) });
    await expect(started({ keyLogHead: head })).rejects.toMatchObject(contradicted('rolled-back'));
    await restarted();
    await twin.end();
  });

  it('attack: a roster that it is shown and that was left out of the log', async () => {
    await changeRoster(police, { newEpochDays: 35 });
    expect(await door.database.sql('delete from key_fact where idx is null returning 1 as gone')).toHaveLength(1);
    await changeRoster(police, { newEpochDays: 36 });
    expect(await courier.carry()).toBe(1);
    await expect(started({ keyLogHead: head })).rejects.toMatchObject(contradicted('missing-fact'));
    // Nor is anything believed of an agency that is written to.
    const other = await started({}, await door.signIn('health-north'));
    await expect(other.directory.roster(POLICE)).rejects.toMatchObject(contradicted('missing-fact'));
    expect(await other.directory.roster(SCHOOL)).toMatchObject({ document: { agency: SCHOOL } });
  });

  it('attack: a roster in an agency\'s name that its people know nothing of', async () => {
    const foreign: KeyFact = { v: 1, kind: 'roster', of: SCHOOL, version: 2, digest: digestOf('roster', { made: 'by somebody else' }) };
    await door.database.sql('insert into key_fact (fact) values ($1)', [canonicalJson(foreign)]);
    expect(await courier.carry()).toBe(1);
    await expect(started({}, await door.signIn(SCHOOL, 'responder'))).rejects.toMatchObject(contradicted('foreign-fact', SCHOOL));
  });

  /** The hub remembers over a restart what it saw of a log; whoever has its database makes it forget. */
  async function restarted(settings?: Record<string, string>): Promise<void> {
    await door.stop();
    await door.database.sql('delete from ledger_head');
    await door.restart(settings);
  }
});
