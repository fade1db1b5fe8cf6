import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson, digestOf, keyFactLeaf, type KeyFact, type KeyLogEntries, type PartnershipFile, type Roster, type SignedDocument } from '@lateral/contracts';
import { checkKeyLog, noMarks, rosterSeen, verifyPartnership, verifyRosterChain, withLogHead, type LogMark, type VersionMarks } from '@lateral/envelope/keys';
import { freePort } from '@lateral/testing';
import { noteVerifierOf, SIGNATURE_TYPES, type NoteVerifier } from '@lateral/tlog';
import { changeRoster, Custodian } from '../../world/custodians.js';
import { hubDoor, type HubDoor } from '../../world/hub-door.js';
import { KeyCourier, KeyLedger, keyLedgerClient } from './key-ledger.js';
import './support.js';

const [SCHOOL, POLICE] = ['school-north', 'police-north'];
const WEEK_ENDS = { agency: POLICE, hours: [{ day: 6, from: '00:00', to: '24:00' }], from: '2026-01-01T00:00:00.000Z', until: null };

describe('the log of facts about keys, as a custodian\'s client checks it', () => {
  let door: HubDoor;
  let ledger: KeyLedger;
  let courier: KeyCourier;
  let custodians: [Custodian, Custodian];
  let elsewhere: Custodian;
  /** What the school's client keeps between sessions. */
  let marks: VersionMarks;
  beforeAll(async () => {
    const port = await freePort();
    door = await hubDoor({ keyLedgerPort: port });
    ledger = await KeyLedger.beside(door, port);
    courier = await KeyCourier.of(door, port);
    custodians = await Custodian.both(door, SCHOOL);
    [elsewhere] = await Custodian.both(door, POLICE);
    marks = noMarks(door.made.rootFingerprint);
  }, 60_000);
  afterAll(async () => {
    await courier.end();
    await ledger.end();
    await door.end();
  });

  it('has nothing in it yet where nobody carried anything: the own roster is on its way', async () => {
    expect(await check(custodians[0], null)).toMatchObject({ ok: true, waiting: true, head: { size: 0 } });
  });

  it('holds the partnership file and the first roster of everyone once the courier has been', async () => {
    expect(await courier.carry()).toBe(1 + door.made.registration.rosters.length);
    expect(await courier.carry()).toBe(0);
    const checked = await accepted();
    expect(checked).toMatchObject({ waiting: false, head: { size: 6 } });
    const { facts } = await entries(custodians[0]);
    const { document } = door.made.registration.partnership;
    expect(facts[0]).toEqual({ v: 1, kind: 'partnership', of: document.partnership, version: 1, digest: digestOf('partnership', document) });
  });

  it('has a published roster wait while the log is away, and takes it when it is back', async () => {
    const { port } = ledger;
    await ledger.stop();
    await changeRoster(custodians, { newEpochDays: 35 });
    expect(await courier.carry()).toBe(0);
    expect((await custodians[0].client.get('/v1/key-log/entries?from=0'))).toMatchObject({ status: 503, body: { code: 'ledger-outage' } });
    await ledger.start(port);
    expect(await accepted()).toMatchObject({ waiting: true, head: { size: 6 } });
    expect(await courier.carry()).toBe(1);
    expect(await accepted()).toMatchObject({ waiting: false, head: { size: 7 } });
    expect(await check(elsewhere, null)).toMatchObject({ ok: true, waiting: false });
  });

  it('is shown whole where a courier ended between the log and its note of the position', async () => {
    await changeRoster(custodians, { newEpochDays: 36 });
    const waiting = await door.database.sql<{ fact: string }>('select fact from key_fact where idx is null order by seq');
    const client = await keyLedgerClient(door, ledger.port);
    expect(await client.append(waiting.map(({ fact }) => keyFactLeaf(JSON.parse(fact) as KeyFact)))).toMatchObject({ ok: true });
    client.close();
    expect(await accepted()).toMatchObject({ waiting: false, head: { size: 8 } });
    expect((await entries(custodians[0])).facts).toHaveLength(8);
    expect(await courier.carry()).toBe(1);
    expect(await accepted()).toMatchObject({ waiting: false, head: { size: 8 } });
    expect((await entries(custodians[0])).facts).toHaveLength(8);
  });

  describe('where somebody uses the key of the log for a second one', () => {
    let twin: KeyLedger;
    let facts: KeyFact[];
    beforeAll(async () => {
      twin = await KeyLedger.beside(door);
      ({ facts } = await entries(custodians[0]));
      await append(facts.slice(0, 4));
      await restarted({ KEY_LEDGER_PORT: String(twin.port) });
    }, 60_000);
    afterAll(async () => {
      await restarted();
      await twin.end();
    });
    /** The hub remembers over a restart what it saw of a log; whoever has its database makes it forget. */
    const restarted = async (settings?: Record<string, string>): Promise<void> => {
      await door.stop();
      await door.database.sql('delete from ledger_head');
      await door.restart(settings);
    };
    const append = async (more: readonly KeyFact[]): Promise<void> => {
      const client = await keyLedgerClient(door, twin.port);
      expect(await client.append(more.map(keyFactLeaf))).toMatchObject({ ok: true });
      client.close();
    };

    it('a shorter log is noticed by whoever saw the longer one', async () => {
      expect(await check(custodians[0], marks.logs[0]!)).toEqual({ ok: false, code: 'rolled-back' });
    });

    it('one with another fact in it is noticed by anybody, for the facts that are shown are not its leaves', async () => {
      await append([{ ...facts[4]!, digest: digestOf('roster', { another: 'one' }) }, ...facts.slice(5)]);
      expect(await check(custodians[0], marks.logs[0]!)).toEqual({ ok: false, code: 'other-tree' });
      expect(await check(elsewhere, null)).toEqual({ ok: false, code: 'other-tree' });
    });

    it('and by whoever saw the first one where the facts shown are bent to fit', async () => {
      const [was, bent] = [facts[4]!, { ...facts[4]!, digest: digestOf('roster', { another: 'one' }) }];
      expect(await exchanged(was, bent)).toBe(1);
      expect(await check(custodians[0], marks.logs[0]!)).toEqual({ ok: false, code: 'forked' });
      expect(await exchanged(bent, was)).toBe(1);
    });
  });

  it('is one log again afterwards, grown from what was seen', async () => {
    expect(await accepted()).toMatchObject({ waiting: false, head: { size: 8 } });
  });

  it('betrays a roster that a hub shows to somebody and keeps out of the log', async () => {
    await changeRoster(custodians, { delegates: [WEEK_ENDS] });
    expect(await door.database.sql(`delete from key_fact where idx is null returning 1 as gone`)).toHaveLength(1);
    // As long as it is the newest it might still be on its way; after the next one there is no excuse.
    expect(await accepted()).toMatchObject({ waiting: true });
    await changeRoster(custodians, { delegates: [] });
    await courier.carry();
    expect(await check(custodians[0], marks.logs[0]!)).toEqual({ ok: false, code: 'missing-fact' });
    expect(await check(elsewhere, null)).toMatchObject({ ok: true, waiting: false });
  });

  it("betrays a roster in the agency's name that its people know nothing of", async () => {
    const foreign: KeyFact = { v: 1, kind: 'roster', of: POLICE, version: 2, digest: digestOf('roster', { made: 'by somebody else' }) };
    await door.database.sql('insert into key_fact (fact) values ($1)', [canonicalJson(foreign)]);
    expect(await courier.carry()).toBe(1);
    expect(await check(elsewhere, null)).toEqual({ ok: false, code: 'foreign-fact' });
  });

  /** Behind the hub's back, as whoever has its database. */
  async function exchanged(from: KeyFact, to: KeyFact): Promise<number> {
    return (await door.database.sql('update key_fact set fact = $2 where fact = $1 returning 1 as changed', [canonicalJson(from), canonicalJson(to)])).length;
  }

  async function check(custodian: Custodian, seen: LogMark | null): Promise<ReturnType<typeof checkKeyLog>> {
    const { log, versions } = await known(custodian);
    return checkKeyLog(await entries(custodian), { log, seen, agency: custodian.client.client.agency, versions });
  }

  /** Checks as the school's client and keeps the head that it saw. */
  async function accepted(): Promise<Extract<ReturnType<typeof checkKeyLog>, { ok: true }>> {
    const checked = await check(custodians[0], marks.logs[0] ?? null);
    if (!checked.ok) throw new Error(checked.code);
    const marked = await withLogHead(marks, checked.head, () => true);
    if (!marked.ok) throw new Error(marked.code);
    ({ marks } = marked);
    return checked;
  }

  /** The log's key and the agency's own rosters, checked from the pinned root down. */
  async function known(custodian: Custodian): Promise<{ log: NoteVerifier | null; versions: { version: number; digest: string }[] }> {
    const { agency } = custodian.client.client;
    const file = await verifyPartnership(await custodian.get<SignedDocument<PartnershipFile>>('/v1/partnership'), { rootFingerprint: door.made.rootFingerprint, now: new Date() });
    if (!file.ok) throw new Error(file.code);
    const chain = await verifyRosterChain(await custodian.get<SignedDocument<Roster>[]>(`/v1/agencies/${agency}/rosters?from=1`), file.partnership.agencies.get(agency)!, { highestSeen: rosterSeen(marks, agency) });
    if (!chain.ok) throw new Error(chain.code);
    return { log: noteVerifierOf(file.partnership.document.keyLog, SIGNATURE_TYPES.ed25519), versions: chain.rosters.map(({ document: { version }, digest }) => ({ version, digest })) };
  }

  const entries = (custodian: Custodian): Promise<KeyLogEntries> => custodian.get('/v1/key-log/entries?from=0');
});
