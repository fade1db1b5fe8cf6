import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberCopy, type PrivateKey } from '@lateral/envelope/keys';
import { changeRoster, Custodian } from '../../world/custodians.js';
import { peopleWorld, type PeopleWorld } from '../../world/people-world.js';
import { PersonalClient } from '../../world/personal-client.js';
import type { DoorClient } from '../../world/door-client.js';
import { ask, collect, openAs, openWith } from './support.js';

const SCHOOL = 'school-north';

describe('somebody who leaves a school', () => {
  let world: PeopleWorld;
  let custodians: [Custodian, Custodian];
  let asker: DoorClient;
  let leaver: PersonalClient;
  let machine: DoorClient;
  let member: string;
  let before: string;
  /** All epochs that the leaver held on their last day. */
  let kept: PrivateKey;
  beforeAll(async () => {
    world = await peopleWorld();
    custodians = await Custodian.both(world.door, SCHOOL);
    member = world.memberOf(SCHOOL, 'responder');
    [asker, machine] = await Promise.all([world.door.signIn('csc-north'), world.door.signInAs(SCHOOL, member)]);
    leaver = new PersonalClient(await world.signIn(SCHOOL, 'responder'), SCHOOL);
    await leaver.enrolPasskey();
    before = await ask(asker, SCHOOL);
    kept = await memberCopy(await custodians[0].agencyKey(await custodians[0].own()));
  }, 60_000);
  afterAll(() => world.end());

  it('has no session from the moment at which the second custodian signs, by browser or by machine', async () => {
    expect((await leaver.attempt('GET', '/v1/requests')).status).toBe(200);
    await changeRoster(custodians, { leave: [member], newEpochDays: 35 });
    expect((await leaver.attempt('GET', '/v1/requests')).status).toBe(401);
    expect((await machine.get('/v1/requests')).status).toBe(401);
    await expect(world.door.signInAs(SCHOOL, member)).rejects.toThrow('401');
  });

  it('comes back through the provider as nobody, with no key and no passkey', async () => {
    const again = new PersonalClient(await world.signIn(SCHOOL, 'responder'), SCHOOL);
    expect(await world.me(again.browser)).toMatchObject({ member: null, roles: [], session: { kind: 'newcomer' } });
    expect((await world.door.database.sql('select 1 from team_key_copy where agency = $1 and member = $2', [SCHOOL, member]))).toEqual([]);
    expect((await world.door.database.sql('select 1 from passkey where member = $1 and disabled_at is null', [member]))).toEqual([]);
  });

  it('cannot open what is sealed from then on with the keys they kept; those who stayed can', async () => {
    asker.forgetTeams();
    const after = await ask(asker, SCHOOL);
    const [first] = custodians;
    const sealed = await collect(first.client, after);
    const { rootFingerprint } = world.door.made;
    expect(await openAs(first, await first.own(), { key: first.client.client.personal, sealed, rootFingerprint })).toMatchObject({ ok: true });
    expect(await openWith(first, SCHOOL, { keys: [kept], sealed, rootFingerprint })).toMatchObject({ ok: false });
  });

  it('leaves behind evidence that still counts: what was sealed and signed before opens as it did', async () => {
    const [first] = custodians;
    const sealed = await collect(first.client, before);
    expect(await openAs(first, await first.own(), { key: first.client.client.personal, sealed, rootFingerprint: world.door.made.rootFingerprint })).toMatchObject({ ok: true });
  });
});
