// Whoever runs the hub has kept a backup of its database, has the key store as it is now, and gets hold of members' own keys and of papers.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { OpenCheckBody } from '@lateral/contracts';
import { holdsSecretOf, type PrivateKey } from '@lateral/envelope/keys';
import { migrateHub } from '@lateral/hub';
import { openHubDatabase } from '@lateral/persistence/hub';
import { freshDatabase, type FreshDatabase } from '@lateral/testing/hub';
import { changeRoster, Custodian } from '../world/custodians.js';
import { epochsOf, overAndPast, retireEpochs, storeKit } from '../world/epochs.js';
import { foundKeys, opensMessage, type Brought, type FoundKey } from '../world/found-copies.js';
import { hubDoor, type DoorClient, type HubDoor } from '../world/hub-door.js';
import { restoreInto } from '../world/stolen-copy.js';

vi.setConfig({ testTimeout: 120_000 });
const SCHOOL = 'school-north';
const WHERE = ['custody_copy', 'recovery_kit', 'roster_proposal', 'team_key_copy'];

let door: HubDoor;
let asking: DoorClient;
let responder: DoorClient;
let custodians: [Custodian, Custodian];
let backup: FreshDatabase;
let brought: Brought;
let old: string[];
let check: OpenCheckBody;
/** Sealed to the epoch that will be deleted, and to the one after it. */
let sealedThen: string;
let sealedLater: string;

beforeAll(async () => {
  door = await hubDoor();
  [asking, responder] = await Promise.all([door.signIn('csc-north'), door.signIn(SCHOOL, 'responder')]);
  custodians = await Custodian.both(door, SCHOOL);
  check = await asking.checkTo([SCHOOL]);
  sealedThen = await sent(check);
  old = await retireEpochs(custodians, door.made.members.find(({ agency, roles }) => agency === SCHOOL && roles.includes('practitioner'))!.member);
  asking.forgetTeams();
  sealedLater = await sent(await asking.checkTo([SCHOOL]));
  // Made in an earlier second than any list that deletes: lists say their time in whole ones.
  const papers = (await storeKit(custodians[0], [], new Date(Date.now() - 60_000))).shares;
  // A roster that waits holds copies too.
  await custodians[0].propose({ newEpochDays: 35 });
  backup = await freshDatabase();
  const database = await openHubDatabase({ url: backup.url, poolSize: 2, applicationName: 'epoch-in-a-backup' });
  await migrateHub(database, 'test');
  await database.close();
  await restoreInto(backup, door.database);
  brought = { personal: [responder.client.personal, ...custodians.map(({ client }) => client.client.personal)], papers: [papers] };
}, 120_000);
afterAll(async () => {
  await door.end();
  await backup.drop();
});

async function sent(body: OpenCheckBody): Promise<string> {
  expect((await asking.post('/v1/checks', body)).status).toBe(201);
  return body.requests[0]!.envelope.header.context.message;
}
const found = (hub: FreshDatabase): Promise<FoundKey[]> => foundKeys(hub, door.keyStore, SCHOOL, brought);
const places = (keys: readonly FoundKey[], epochs: readonly string[]): string[] => [...new Set(keys.filter(({ key }) => holdsSecretOf(key, epochs)).map(({ place }) => place))].sort();
const opens = (hub: FreshDatabase, message: string, keys: readonly FoundKey[]): Promise<boolean> => opensMessage(hub, door.keyStore, message, keys.map(({ key }): PrivateKey => key));

describe('a backup of the hub from before an epoch was deleted', () => {
  it('opens what was sealed to the epoch, as long as it is not deleted: by copies, custodians\' copies, a kit and a roster that waits', async () => {
    const keys = await found(backup);
    expect(places(keys, old)).toEqual(WHERE);
    expect([await opens(backup, sealedThen, keys), await opens(backup, sealedLater, keys)]).toEqual([true, true]);
  });

  it('opens nothing at all once two custodians have deleted it, with the key store as it is then, the people\'s own keys and the old papers', async () => {
    await overAndPast(asking, check, door.database);
    brought = { ...brought, papers: [...brought.papers, (await storeKit(custodians[0], old)).shares] };
    // The kit has to be younger than the roster.
    const body = await custodians[0].compose({ deleteEpochs: old });
    brought = { ...brought, papers: [...brought.papers, (await storeKit(custodians[0], old)).shares] };
    expect((await custodians[0].client.post('/v1/roster-proposals', body)).status).toBe(201);
    expect((await custodians[1].cosign(old)).state).toBe('published');
    expect(await found(backup)).toEqual([]);
    expect(await opens(backup, sealedThen, await found(backup))).toBe(false);
  });

  it('is no loss to the agency: what the hub has now opens what was sealed later, and nothing that was sealed to the epoch', async () => {
    const keys = await found(door.database);
    const [, newer] = await epochsOf(custodians[0]);
    expect([places(keys, old), places(keys, [newer!])]).toEqual([[], ['custody_copy', 'recovery_kit', 'team_key_copy']]);
    expect([await opens(door.database, sealedThen, keys), await opens(door.database, sealedLater, keys)]).toEqual([false, true]);
    // And it goes on so: a later roster hands out what is left.
    await changeRoster(custodians, { newEpochDays: 35 });
    expect(places(await found(door.database), old)).toEqual([]);
  });

  it('gives a hub that is started on it no copy to hand out', async () => {
    await door.restart({ HUB_DATABASE_URL: backup.url });
    expect(await responder.get('/v1/team-key-copies/mine')).toMatchObject({ status: 200, body: [] });
    for (const path of ['/v1/custody-copies/mine', '/v1/recovery-kit', '/v1/roster-proposals']) expect([path, (await custodians[0].client.get(path)).status]).toEqual([path, 404]);
    await door.restart();
    expect((await responder.get('/v1/team-key-copies/mine')).body).not.toEqual([]);
  });
});
