import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encryptionEpoch, newestTeamKey } from '@lateral/envelope/keys';
import { changeRoster, Custodian } from '../../world/custodians.js';
import { hubDoor, type HubDoor } from '../../world/hub-door.js';
import { ask, collect, openAs } from './support.js';

const SCHOOL = 'school-north';

describe('the monthly rotation', () => {
  let door: HubDoor;
  let custodians: [Custodian, Custodian];
  beforeAll(async () => {
    door = await hubDoor();
    custodians = await Custodian.both(door, SCHOOL);
  }, 60_000);
  afterAll(() => door.end());

  it('gives a new epoch that senders seal to, and everyone who belongs a copy; the old epoch goes on opening what was sealed to it', async () => {
    const asker = await door.signIn('csc-north');
    const [old, epochBefore] = [await ask(asker, SCHOOL), await epochOf(custodians[0])];
    await changeRoster(custodians, { newEpochDays: 35 });
    asker.forgetTeams();
    const fresh = await ask(asker, SCHOOL);
    expect(await epochOf(custodians[0])).not.toBe(epochBefore);

    const responder = await door.signIn(SCHOOL, 'responder');
    const asking = { get: async <T>(path: string): Promise<T> => (await responder.get(path)).body as T };
    for (const envelope of [old, fresh]) {
      const sealed = await collect(responder, envelope);
      expect(await openAs(asking, await custodians[0].own(), { key: responder.client.personal, sealed, rootFingerprint: door.made.rootFingerprint })).toMatchObject({ ok: true });
    }
  });

  it('is refused to one custodian alone, to the same one twice, and to a roster that leaves fewer than two', async () => {
    const [first, second] = custodians;
    expect(await first.propose({ newEpochDays: 35 })).toMatchObject({ state: 'waiting' });
    expect((await first.client.post('/v1/roster-proposals/3/cosignature', { signature: 'AAAA' })).status).toBe(409);
    expect((await second.client.post('/v1/roster-proposals/3/cosignature', { signature: 'AAAA' })).status).toBe(422);
    await expect(first.compose({ leave: [second.member] })).rejects.toThrow('too-few-custodians');
  });
});

async function epochOf(custodian: Custodian): Promise<string | null> {
  const { agency, roster } = await custodian.own();
  return encryptionEpoch(newestTeamKey(agency, roster), new Date());
}
