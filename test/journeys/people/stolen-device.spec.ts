import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeRoster, Custodian } from '../../world/custodians.js';
import type { DoorClient } from '../../world/door-client.js';
import { peopleWorld, type PeopleWorld } from '../../world/people-world.js';
import { PersonalClient } from '../../world/personal-client.js';
import { ask, collect, joined, openAs } from './support.js';

const SCHOOL = 'school-north';
const MEMBER = 'u-0123456789abcdef';

describe('an unlocked device that was stolen', () => {
  let world: PeopleWorld;
  let custodians: [Custodian, Custodian];
  let asker: DoorClient;
  let thief: PersonalClient;
  beforeAll(async () => {
    world = await peopleWorld({ newcomers: ['head'] });
    custodians = await Custodian.both(world.door, SCHOOL);
    asker = await world.door.signIn('csc-north');
    const owner = await joined(world, custodians, { agency: SCHOOL, subject: 'head', member: MEMBER, roles: ['responder'] });
    thief = new PersonalClient(owner.browser.stolen(), SCHOOL);
  }, 60_000);
  afterAll(() => world.end());

  it('is out with one custodian\'s word, whatever its cookie says', async () => {
    expect((await thief.attempt('GET', '/v1/requests')).status).toBe(200);
    await custodians[1].post(`/v1/members/${MEMBER}/start-again`, {});
    expect((await thief.attempt('GET', '/v1/requests')).status).toBe(401);
  });

  it('cannot be the device of the custodian who says so', async () => {
    expect((await custodians[0].client.post(`/v1/members/${custodians[0].member}/start-again`, {})).status).toBe(409);
  });

  it('reads nothing that is sealed after the agency has a new epoch; its owner goes on with a new key', async () => {
    const owner = new PersonalClient(await world.signIn(SCHOOL, 'head'), SCHOOL);
    await owner.enrolPasskey();
    const { words } = await owner.makeKeys(MEMBER);
    await changeRoster(custodians, { join: [await custodians[0].compared(MEMBER, words)], newEpochDays: 35 });
    asker.forgetTeams();
    const sealed = await collect(custodians[0].client, await ask(asker, SCHOOL));
    const { rootFingerprint } = world.door.made;
    const back = new PersonalClient(await world.signIn(SCHOOL, 'head'), SCHOOL);
    back.adopt(owner);
    const key = await back.unlock(MEMBER);
    expect(await openAs(back, await custodians[0].own(), { key, sealed, rootFingerprint })).toMatchObject({ ok: true });
  });
});
