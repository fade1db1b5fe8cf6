import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf, handedOutDigest, type PartnershipFile, type Roster, type SealedEnvelope, type SignedDocument } from '@lateral/contracts';
import {
  certifyAgency, fingerprintOf, following, makeAgencyKey, memberCopy, nextRoster, noMarks, publicKeyText, rosterSeen, signRoster, verifyPartnership, verifyRoster, verifyRosterChain,
  withPartnership, withRoster, type PrivateKey, type VersionMarks,
} from '@lateral/envelope/keys';
import { Custodian } from '../../world/custodians.js';
import { hubDoor, type DoorClient, type HubDoor } from '../../world/hub-door.js';
import { openTeamCopies, readOwnAgency, type OwnAgency } from '../../world/personal-client.js';
import { answered, copiesUnder, machineOf, Operator } from './operator.js';
import { ask, collect, openAs, openWith } from './support.js';

const [ASKER, SCHOOL] = ['csc-north', 'school-north'];

describe('an agency whose primary key was stolen', () => {
  let door: HubDoor;
  let operator: Operator;
  let custodians: [Custodian, Custodian];
  let one: Custodian;
  let asker: DoorClient;
  /** The agency's whole key, as the thief has it, and the agency as it stood with it. */
  let stolen: PrivateKey;
  let before: OwnAgency;
  let marks: VersionMarks;
  let question: string;
  let answer: string;
  let rootFingerprint: string;
  beforeAll(async () => {
    door = await hubDoor();
    ({ rootFingerprint } = door.made);
    operator = await Operator.of(door);
    custodians = await Custodian.both(door, SCHOOL);
    [one] = custodians;
    asker = await door.signIn(ASKER);
    const responder = await door.signIn(SCHOOL, 'responder');
    question = await ask(asker, SCHOOL);
    answer = (await answered(responder, await collect(responder, question))).header.context.message;
    before = await one.own();
    stolen = await one.agencyKey(before);
    marks = await seen(noMarks(rootFingerprint));
  }, 60_000);
  afterAll(() => door.end());

  /** What a client does at each start: everything from the pinned root down, and nothing older than it has seen. */
  async function seen(known: VersionMarks): Promise<VersionMarks> {
    const file = await verifyPartnership(await one.get('/v1/partnership'), { rootFingerprint: known.root, now: new Date(), highestSeen: known.file ?? undefined });
    if (!file.ok) throw new Error(file.code);
    const chain = await verifyRosterChain(await rosters(), file.partnership.agencies.get(SCHOOL)!, { highestSeen: rosterSeen(known, SCHOOL) });
    if (!chain.ok) throw new Error(chain.code);
    const marked = withPartnership(known, file.partnership);
    const both = marked.ok ? withRoster(marked.marks, chain.newest) : marked;
    if (!both.ok) throw new Error(both.code);
    return both.marks;
  }
  const rosters = (): Promise<SignedDocument<Roster>[]> => one.get(`/v1/agencies/${SCHOOL}/rosters?from=1`);
  const personalKeys = (): PrivateKey[] => custodians.map(({ client }) => client.client.personal);

  it('gets a new one that the root certifies, and a roster under it that the root vouches for; clients that keep marks go along', async () => {
    const at = new Date();
    const fresh = await makeAgencyKey({ agency: SCHOOL, at });
    const [primary, agencyKey, custodianKey] = [fingerprintOf(fresh), fresh, one.client.client.personal];
    const given = await copiesUnder(before.roster, { agencyKey, custodianKey, at });
    const document: Roster = { ...before.roster.document, ...following(before.roster.document), issued: at.toISOString(), teamKey: null, handedOut: handedOutDigest(given)! };
    const roster = await signRoster(document, { agencyKey, custodians: personalKeys(), before: before.roster });
    const rosterFrom = { version: document.version, digest: digestOf('roster', document) };
    const trusted = await verifyRoster(roster, { id: SCHOOL, primary, key: fresh.toPublic(), rosterFrom });
    if (!trusted.ok) throw new Error(trusted.code);
    const key = publicKeyText(await certifyAgency(fresh.toPublic(), operator.rootKey, { agency: SCHOOL, at }));
    await operator.bring({ agencies: operator.withEntry({ ...operator.entryOf(SCHOOL), primary, key, rosterFrom }), rosters: [roster], ...given });

    marks = await seen(marks);
    expect(marks).toMatchObject({ file: { version: 2 }, rosters: [{ agency: SCHOOL, version: 2 }] });
    expect(fingerprintOf(await one.agencyKey(await one.own()))).toBe(primary);
    expect(primary).not.toBe(fingerprintOf(stolen));
  });

  it('gets nothing that a sender still seals to the old key: the hub does not take it', async () => {
    const { status, body } = await asker.post('/v1/checks', await asker.checkTo([SCHOOL]));
    expect([status, body]).toEqual([422, expect.objectContaining({ code: 'readers-mismatch' })]);
  });

  it('is asked under the new key, and whoever has the old one opens nothing of it', async () => {
    asker.forgetTeams();
    const sealed = await collect(one.client, await ask(asker, SCHOOL));
    expect(await openAs(one, await one.own(), { key: one.client.client.personal, sealed, rootFingerprint })).toMatchObject({ ok: true, signer: { agency: ASKER } });
    expect(await openWith(one, SCHOOL, { keys: [await memberCopy(stolen)], sealed, rootFingerprint })).toMatchObject({ ok: false, step: 6, code: 'no-key' });
  });

  it("is no longer spoken for by the old key, not even with custodians at the thief's side", async () => {
    const { agency, roster } = await one.own();
    const { proposal } = await nextRoster(roster, {}, { agencyKey: stolen, custodianKey: one.client.client.personal, at: new Date() });
    expect(await one.client.post('/v1/roster-proposals', proposal)).toMatchObject({ status: 422, body: { code: 'roster-refused' } });
    const document: Roster = { ...roster.document, ...following(roster.document), issued: new Date().toISOString() };
    const forged = await signRoster(document, { agencyKey: stolen, custodians: personalKeys(), before: roster });
    expect(await verifyRosterChain([...await rosters(), forged], agency)).toMatchObject({ ok: false, code: 'bad-signature', version: 3 });
  });

  it('nor by a hub that shows the file or the roster of before to whoever has seen those of now', async () => {
    const [old] = await one.get<SignedDocument<PartnershipFile>[]>('/v1/partnership/versions');
    expect(await verifyPartnership(old!, { rootFingerprint, now: new Date(), highestSeen: marks.file! })).toEqual({ ok: false, code: 'rolled-back' });
    const { agency } = await one.own();
    expect(await verifyRosterChain((await rosters()).slice(0, 1), agency)).toMatchObject({ ok: false, code: 'rolled-back' });
    expect(await verifyRosterChain((await rosters()).slice(0, 1), before.agency, { highestSeen: rosterSeen(marks, SCHOOL) })).toMatchObject({ ok: false, code: 'rolled-back' });
  });

  it('loses no evidence: its answer of before counts by the roster of now, and what it was asked opens with the copy of then', async () => {
    const machine = machineOf(asker);
    const own = await readOwnAgency((path) => machine.get(path), ASKER, rootFingerprint);
    const sealed: SealedEnvelope = await collect(asker, answer);
    expect(await openAs(machine, own, { key: asker.client.personal, sealed, rootFingerprint })).toMatchObject({ ok: true, signer: { agency: SCHOOL } });
    const keys = await openTeamCopies(await one.get('/v1/team-key-copies/mine'), one.client.client.personal, before);
    expect(await openWith(one, SCHOOL, { keys, sealed: await collect(one.client, question), rootFingerprint })).toMatchObject({ ok: true, signer: { agency: ASKER } });
  });
});
