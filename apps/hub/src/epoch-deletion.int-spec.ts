import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenCheckBody, RecoveryKit, RosterProposalBody, TeamKeyCopy } from '@lateral/contracts';
import { sealDraft } from '@lateral/envelope';
import { newestTeamKey, nextRoster } from '@lateral/envelope/keys';
import { Custodian } from '../../../test/world/custodians.js';
import { epochsOf, overAndPast, past, retireEpochs, storeKit } from '../../../test/world/epochs.js';
import { hubDoor, newId, type DoorClient, type HubDoor } from '../../../test/world/hub-door.js';
import { recordsOf } from '../../../test/world/stored.js';

const [SCHOOL, HOUSING] = ['school-north', 'housing-north'];

let door: HubDoor;
let asking: DoorClient;
beforeAll(async () => {
  door = await hubDoor();
  asking = await door.signIn('csc-north');
});
afterAll(() => door.end());

const leaverOf = (agency: string): string => door.made.members.find((member) => member.agency === agency && member.roles.includes('practitioner'))!.member;
const reasonOf = ({ status, body }: { status: number; body: unknown }): unknown[] => [status, (body as { fields?: { reason: string }[] }).fields?.[0]?.reason];
const objectsOf = async (agency: string): Promise<string[]> => (await door.database.sql<{ object: string }>('select object from copy_object where agency = $1 order by object', [agency])).map(({ object }) => object);
const left = async (objects: readonly string[]): Promise<number> => (await door.keyStore.sql('select 1 from object_key where object = any($1::uuid[]) and key is not null', [objects])).length;
/** The key store answers everything but does not destroy. */
const holdBack = (isHeld: boolean): Promise<unknown> => door.keyStore.sql(isHeld
  ? `create function hold_back() returns trigger language plpgsql as 'begin raise exception ''held back''; end'; create trigger held_back before update of key on object_key for each row when (new.key is null) execute function hold_back()`
  : 'drop trigger held_back on object_key; drop function hold_back()');

describe('an epoch that two custodians delete', () => {
  let custodians: [Custodian, Custodian];
  let old: string[];
  let check: OpenCheckBody;
  let responder: DoorClient;
  let older: RecoveryKit;
  const draft = newId();
  let before: string[];
  const put = async (body: RosterProposalBody): ReturnType<DoorClient['post']> => custodians[0].client.post('/v1/roster-proposals', body);
  beforeAll(async () => {
    custodians = await Custodian.both(door, SCHOOL!);
    check = await asking.checkTo([SCHOOL!]);
    expect((await asking.post('/v1/checks', check)).status).toBe(201);
    // Lists say their time in whole seconds: a kit of the same second would be as new as the list.
    ({ kit: older } = await storeKit(custodians[0], [], new Date(Date.now() - 60_000)));
    responder = await door.signIn(SCHOOL!, 'responder');
    const { agency, roster } = await custodians[0].own();
    const [epoch] = await epochsOf(custodians[0]);
    const sealed = await sealDraft('unfinished', { agency: SCHOOL!, draft, kind: 'answer' }, { readers: [{ key: newestTeamKey(agency, roster), epoch: epoch! }], writer: responder.client.personal, at: new Date() });
    const put = await responder.put(`/v1/drafts/${draft}`, { kind: 'answer', check: null, request: check.requests[0]!.id, readers: 'approvers', state: 'to_approve', version: 0, sealed });
    expect(put.status).toBe(200);
  });

  it('is not the newest, nor one that is in use, nor one of nobody', async () => {
    const [only] = await epochsOf(custodians[0]);
    await expect(custodians[0].compose({ deleteEpochs: [only!] })).rejects.toThrow('epoch-undeletable');
    old = await retireEpochs(custodians, leaverOf(SCHOOL!));
    expect(old).toEqual([only]);
    const [, newest] = await epochsOf(custodians[0]);
    for (const epoch of [newest!, 'A'.repeat(40)]) await expect(custodians[0].compose({ deleteEpochs: [epoch] })).rejects.toThrow('epoch-undeletable');
  });

  it('is not one that a question is sealed to while its check goes on, or while it may still be opened for the first time', async () => {
    const body = await custodians[0].compose({ deleteEpochs: old });
    expect(reasonOf(await put(body))).toEqual([422, 'epoch-still-needed']);
    await past(door.database);
    expect(reasonOf(await put(body))).toEqual([422, 'epoch-still-needed']);
    await overAndPast(asking, check, door.database);
  });

  it('is not one that a draft is sealed to which waits for the team', async () => {
    const body = await custodians[0].compose({ deleteEpochs: old });
    expect(reasonOf(await put(body))).toEqual([422, 'epoch-still-needed']);
    expect((await door.ask('DELETE', `/v1/drafts/${draft}`, { headers: { authorization: `Bearer ${responder.token}` } })).status).toBe(204);
  });

  it('does not take the last recovery kit with it', async () => {
    const body = await custodians[0].compose({ deleteEpochs: old });
    expect(reasonOf(await put(body))).toEqual([422, 'recovery-kit-older']);
    expect((await storeKit(custodians[0], old)).status).toBe(204);
    expect(await put(body)).toMatchObject({ status: 201, body: { state: 'waiting' } });
  });

  it('is deleted by nobody who was not asked about it, and nothing is destroyed until the second one has signed', async () => {
    await expect(custodians[1].cosign()).rejects.toThrow('deletes-epochs');
    before = await objectsOf(SCHOOL!);
    expect(await left(before)).toBe(before.length);
    expect(await recordsOf(door.database, 'epoch.deleted.v1')).toEqual([]);
  });

  it('broken off after its record and before anything is destroyed, is gone on with by whoever asks again', async () => {
    await holdBack(true);
    const version = (await custodians[0].own()).roster.document.version + 1;
    const waiting = await custodians[1].get<{ roster: RosterProposalBody['roster'] }>('/v1/roster-proposals');
    await expect(custodians[1].cosign(old)).rejects.toThrow('500');
    expect((await recordsOf(door.database, 'epoch.deleted.v1')).map(({ epoch, version: of, agency, parties }) => [epoch, of, agency, parties])).toEqual([[old[0], version, SCHOOL, [SCHOOL]]]);
    expect(await left(before)).toBe(before.length);
    await holdBack(false);
    // The first custodian, whose roster it is, asks what became of it.
    const { roster } = await custodians[0].own();
    expect(roster.document).toEqual(waiting.roster.document);
    const [published] = await custodians[0].get<RosterProposalBody['roster'][]>(`/v1/agencies/${SCHOOL}/rosters?from=${version}`);
    expect(await custodians[1].client.post(`/v1/roster-proposals/${version}/cosignature`, { signature: published!.signatures[2]! })).toMatchObject({ status: 201, body: { state: 'published' } });
    // The newer kit stays, and what came with the roster.
    expect(await left(before)).toBe(1);
    const now = await objectsOf(SCHOOL!);
    expect([now.length, await left(now)]).toEqual([2, 2]);
    expect(await recordsOf(door.database, 'epoch.deleted.v1')).toHaveLength(1);
  });

  it('leaves everybody who belongs with copies that open what is sealed from then on', async () => {
    const [custodian] = custodians;
    expect((await custodian.agencyKey(await custodian.own())).subkeys).toHaveLength(2);
    expect((await responder.get('/v1/team-key-copies/mine')).body as TeamKeyCopy[]).toHaveLength(1);
    expect((await custodian.client.get('/v1/recovery-kit')).status).toBe(200);
  });

  it('takes in no kit that was made before, whether it has seen it or not', async () => {
    const [, second] = custodians;
    for (const kit of [older, { ...older, sealed: older.sealed.replace(/^../u, 'AA') }]) expect((await second.client.put('/v1/recovery-kit', kit)).status).toBe(410);
    expect((await storeKit(second)).status).toBe(204);
  });
});

describe('an epoch whose deletion was broken off and is not asked about again', () => {
  it('is deleted by the hub when it starts', async () => {
    const custodians = await Custodian.both(door, HOUSING!);
    const old = await retireEpochs(custodians, leaverOf(HOUSING!));
    const before = await objectsOf(HOUSING!);
    const { proposal } = await nextRoster((await custodians[0].own()).roster, { deleteEpochs: old }, { agencyKey: await custodians[0].agencyKey(await custodians[0].own()), custodianKey: custodians[0].client.client.personal, at: new Date() });
    expect((await custodians[0].client.post('/v1/roster-proposals', proposal)).status).toBe(201);
    await holdBack(true);
    await expect(custodians[1].cosign(old)).rejects.toThrow('500');
    await door.restart();
    expect(await left(before)).toBeGreaterThan(0);
    await holdBack(false);
    await door.restart();
    expect([await left(before), await objectsOf(HOUSING!)]).toEqual([0, [expect.any(String)]]);
    expect(door.lines.filter((line) => line.includes('"part":"copies"'))).toHaveLength(1);
  });
});
