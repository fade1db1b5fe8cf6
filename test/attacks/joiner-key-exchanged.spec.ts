import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePersonalKey, publicKeyText } from '@lateral/envelope/keys';
import { Custodian } from '../world/custodians.js';
import { peopleWorld, type PeopleWorld } from '../world/people-world.js';
import { PersonalClient } from '../world/personal-client.js';

const SCHOOL = 'school-north';
const MEMBER = 'u-0123456789abcdef';

describe('whoever writes to the hub\'s database', () => {
  let world: PeopleWorld;
  let custodians: [Custodian, Custodian];
  beforeAll(async () => {
    world = await peopleWorld({ newcomers: ['head'] });
    custodians = await Custodian.both(world.door, SCHOOL);
  });
  afterAll(() => world.end());

  it('cannot have their own key signed in beside the honest fingerprint of somebody who joins', async () => {
    const newcomer = new PersonalClient(await world.signIn(SCHOOL, 'head'), SCHOOL);
    const { code } = await custodians[0].invite(MEMBER, ['responder']);
    await newcomer.send('POST', '/v1/invitations/redemption', { code });
    await newcomer.enrolPasskey();
    const { words } = await newcomer.makeKeys(MEMBER);
    const evil = publicKeyText(await makePersonalKey({ member: MEMBER, agency: SCHOOL, at: new Date() }));
    const [row] = await world.door.database.sql<{ key: string }>('select key from invitation where member = $1', [MEMBER]);
    await world.door.database.sql('update invitation set key = $1 where member = $2', [evil, MEMBER]);
    await expect(custodians[0].compared(MEMBER, words)).rejects.toThrow('the words are others');
    await world.door.database.sql('update invitation set key = $1 where member = $2', [row!.key, MEMBER]);
    expect(await custodians[0].compared(MEMBER, words)).toMatchObject({ member: MEMBER });
  });
});
