import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LockedKey } from '@lateral/contracts';
import { changeUnlockMethods, fingerprintOf, unlockPersonalKey } from '@lateral/envelope/keys';
import { SystemRandom } from '@lateral/platform';
import { changeRoster, Custodian } from '../../world/custodians.js';
import { peopleWorld, type PeopleWorld } from '../../world/people-world.js';
import { PersonalClient } from '../../world/personal-client.js';
import { joined } from './support.js';

const SCHOOL = 'school-north';
const MEMBER = 'u-0123456789abcdef';

describe('a member whose only passkey is gone', () => {
  let world: PeopleWorld;
  let custodians: [Custodian, Custodian];
  let before: PersonalClient;
  beforeAll(async () => {
    world = await peopleWorld({ newcomers: ['head'] });
    custodians = await Custodian.both(world.door, SCHOOL);
    before = await joined(world, custodians, { agency: SCHOOL, subject: 'head', member: MEMBER, roles: ['responder'] });
  }, 60_000);
  afterAll(() => world.end());

  it('shows themself at the provider, takes the recovery code from its envelope, and has the same key behind a new passkey', async () => {
    const after = new PersonalClient(await world.signIn(SCHOOL, 'head'), SCHOOL);
    after.recoveryCode = before.recoveryCode;
    const locked = await after.get<LockedKey>('/v1/locked-keys/mine');
    const unlocked = await unlockPersonalKey(locked, { kind: 'recovery-code', code: before.recoveryCode }, { agency: SCHOOL, member: MEMBER });
    if (!unlocked.ok) throw new Error(unlocked.code);
    await after.stepUpAtProvider(world, 'head', 'change-own-keys', [MEMBER]);
    await after.enrolPasskey();
    const changed = await changeUnlockMethods(locked, unlocked, { add: [after.passkeySecret], remove: locked.methods.filter(({ kind }) => kind === 'passkey').map(({ id }) => id), random: new SystemRandom() });
    await after.send('PUT', '/v1/locked-keys/mine', changed);
    expect(fingerprintOf(await after.unlock(MEMBER))).toBe(locked.fingerprint);
    await expect(before.unlock(MEMBER)).rejects.toThrow();
  });

  it('needs no custodian for it, and no roster', async () => {
    const versions = await custodians[0].get<unknown[]>(`/v1/agencies/${SCHOOL}/rosters`);
    expect(versions).toHaveLength(2);
  });
});

describe('a member who has lost passkey and paper', () => {
  let world: PeopleWorld;
  let custodians: [Custodian, Custodian];
  let before: PersonalClient;
  beforeAll(async () => {
    world = await peopleWorld({ newcomers: ['head'] });
    custodians = await Custodian.both(world.door, SCHOOL);
    before = await joined(world, custodians, { agency: SCHOOL, subject: 'head', member: MEMBER, roles: ['responder'] });
  }, 60_000);
  afterAll(() => world.end());

  it('starts again by a custodian: every old way in ends at once', async () => {
    await custodians[0].post(`/v1/members/${MEMBER}/start-again`, {});
    expect((await before.attempt('GET', '/v1/me')).status).toBe(401);
  });

  it('makes a new key, whose words are compared as a stranger\'s would be', async () => {
    const after = new PersonalClient(await world.signIn(SCHOOL, 'head'), SCHOOL);
    await after.enrolPasskey();
    const { words } = await after.makeKeys(MEMBER);
    await changeRoster(custodians, { join: [await custodians[0].compared(MEMBER, words)] });
    const back = new PersonalClient(await world.signIn(SCHOOL, 'head'), SCHOOL);
    expect(await world.me(back.browser)).toMatchObject({ member: MEMBER, roles: ['responder'], session: { kind: 'person' } });
    const { document } = (await custodians[0].own()).roster;
    expect(document.members.filter(({ member }) => member === MEMBER).map(({ until }) => until === null)).toEqual([false, true]);
  });
});
