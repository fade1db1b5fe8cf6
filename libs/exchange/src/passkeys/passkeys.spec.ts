import { beforeEach, describe, expect, it } from 'vitest';
import { listedFields, PeopleWorld, standInRegistration, StoreFault, valueOf } from '@lateral/testing/fakes';
import { MOST_PASSKEYS } from '../ports/index.js';
import type { Present } from '../step-up/begin-step-up.use-case.js';
import { FIRST_PASSKEY_MS } from './may-enrol.js';

const REFUSED = { ok: false, code: 'passkey-refused' };
const NEEDED = { ok: false, code: 'step-up-needed', stepUp: { action: 'change-own-keys', objects: ['m1'] } };

describe('a passkey', () => {
  let world: PeopleWorld;
  let person: Present;
  beforeEach(async () => {
    world = new PeopleWorld();
    person = await world.present();
  });
  const begun = async (by = person): Promise<string> => valueOf(await world.acts.beginPasskey.carryOut(by)).challenge;
  const enrol = (challenge: string, credential = 'credential-1', by = person, attempt = world.attempt()) => world.acts.enrolPasskey.carryOut(by, attempt, standInRegistration(challenge, credential));
  const records = () => world.tables.audit.map(({ row }) => ({ event: row.event, parties: row.parties, fields: JSON.parse(row.record) as Record<string, unknown> }));

  it('is enrolled for the member who was asked for it, and recorded', async () => {
    const view = valueOf(await enrol(await begun()));
    expect(view).toEqual({ id: expect.any(String), credential: 'credential-1', enrolledAt: world.clock.at.toISOString(), usedAt: null, disabledAt: null });
    expect(await world.acts.listPasskeys.carryOut(person.actor)).toEqual([view]);
    expect(records()).toMatchObject([{ event: 'passkey.enrolled.v1', parties: ['school-b'], fields: { agency: 'school-b', member: 'm1', passkey: view.id } }]);
    expect(Object.keys(records()[0]!.fields).sort()).toEqual(listedFields('passkey.enrolled.v1'));
  });

  it('is told one handle for a member, another for each, and never the pseudonym', async () => {
    const first = valueOf(await world.acts.beginPasskey.carryOut(person));
    const again = valueOf(await world.acts.beginPasskey.carryOut(await world.present()));
    const other = valueOf(await world.acts.beginPasskey.carryOut(await world.present('person', 'm2')));
    expect([again.user === first.user, other.user === first.user, again.challenge === first.challenge]).toEqual([true, false, false]);
    expect(Buffer.from(first.user, 'base64url')).toHaveLength(32);
    expect(JSON.stringify(first)).not.toMatch(/m1|school-b/);
    expect(first).toMatchObject({ rpId: 'hub.example', exclude: [], expires: new Date(world.clock.at.getTime() + 300_000).toISOString() });
  });

  it('is taken for a challenge of this session only, once, until and not at its last moment', async () => {
    const challenge = await begun();
    expect(await enrol(challenge, 'c1', await world.present())).toEqual(REFUSED);
    expect(await enrol(challenge, 'c1', { ...person, actor: { ...person.actor, member: 'm2' } })).toEqual(REFUSED);
    expect(await enrol('never-asked')).toEqual(REFUSED);
    const [one, other] = await Promise.all([enrol(challenge, 'c1'), enrol(challenge, 'c2')]);
    expect([one.ok, other.ok].sort()).toEqual([false, true]);
    await world.steppedUp(person, 'change-own-keys', ['m1'], (await world.passkeys.of('school-b', 'm1'))[0]!.credential);
    const late = await begun();
    world.clock.pass(300_000);
    expect(await enrol(late, 'c3')).toEqual(REFUSED);
    expect(world.tables.audit.filter(({ row }) => row.event === 'passkey.enrolled.v1')).toHaveLength(1);
  });

  it('is done once: a retry is told the same, after a lost answer too; its key is good for no other', async () => {
    const challenge = await begun();
    const attempt = world.attempt();
    world.tables.failNext('persisted');
    await expect(enrol(challenge, 'c1', person, attempt)).rejects.toBeInstanceOf(StoreFault);
    const first = valueOf(await enrol(challenge, 'c1', person, attempt));
    expect(valueOf(await enrol(challenge, 'c1', person, attempt))).toEqual(first);
    expect(await enrol(challenge, 'c1', person, { ...attempt, digest: 'another body' })).toEqual({ ok: false, code: 'idempotency-key-reused' });
    expect(await world.passkeys.of('school-b', 'm1')).toHaveLength(1);
  });

  it('is the first without a gesture up to and at five minutes after signing in, and not later', async () => {
    world.clock.pass(FIRST_PASSKEY_MS);
    const challenge = await begun();
    world.clock.pass(1);
    expect(await enrol(challenge)).toEqual(NEEDED);
    expect(await world.acts.beginPasskey.carryOut(person)).toEqual(NEEDED);
    world.clock.pass(-1);
    expect(await enrol(challenge)).toMatchObject({ ok: true });
  });

  it('is a later one only with a gesture, however lately somebody signed in', async () => {
    const credential = await world.enrolled(person);
    const again = await world.present();
    expect(await world.acts.beginPasskey.carryOut(again)).toEqual(NEEDED);
    await world.steppedUp(again, 'open-content', ['m1'], credential);
    expect(await world.acts.beginPasskey.carryOut(again)).toEqual(NEEDED);
    await world.steppedUp(again, 'change-own-keys', ['m1'], credential);
    const options = valueOf(await world.acts.beginPasskey.carryOut(again));
    expect(options.exclude).toEqual([credential]);
    expect(await enrol(options.challenge, 'second', again)).toMatchObject({ ok: true });
  });

  it('is no second first one: of two enrolled at once in two sessions one is taken', async () => {
    const other = await world.present();
    const [mine, theirs] = [await begun(), await begun(other)];
    const outcomes = await Promise.all([enrol(mine, 'c1'), enrol(theirs, 'c2', other)]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  it('is refused where somebody has enrolled it, and as the eleventh', async () => {
    expect(await enrol(await begun(), 'theirs')).toMatchObject({ ok: true });
    const other = await world.present('person', 'm2');
    expect(await enrol(await begun(other), 'theirs', other)).toEqual(REFUSED);
    await world.steppedUp(person, 'change-own-keys', ['m1'], 'theirs');
    for (let n = 1; n < MOST_PASSKEYS; n += 1) await world.enrolled(person);
    const tooMany = { ...REFUSED, fields: [{ field: '', reason: 'too-many' }] };
    expect(await world.acts.beginPasskey.carryOut(person)).toEqual(tooMany);
    const [first] = await world.passkeys.of('school-b', 'm1');
    await world.acts.disablePasskey.carryOut(person, first!.id);
    expect(await world.acts.beginPasskey.carryOut(person)).toMatchObject({ ok: true });
  });

  it('belongs to people: no machine and no code enrols or disables one; somebody about to become a member does', async () => {
    for (const kind of ['machine', 'one-time-code'] as const) {
      const other = await world.present(kind);
      expect(await world.acts.beginPasskey.carryOut(other)).toEqual({ ok: false, code: 'not-allowed' });
      expect(await enrol('any', 'c', other)).toEqual({ ok: false, code: 'not-allowed' });
      expect(await world.acts.disablePasskey.carryOut(other, 'any')).toEqual({ ok: false, code: 'not-allowed' });
    }
    const joiner = await world.present('newcomer', 'm3');
    expect(await enrol(await begun(joiner), 'theirs', joiner)).toMatchObject({ ok: true });
    expect(await world.acts.beginPasskey.carryOut(joiner)).toMatchObject({ code: 'step-up-needed' });
  });

  it('is disabled by its owner, once, and no other is', async () => {
    await world.enrolled(person);
    const [passkey] = await world.passkeys.of('school-b', 'm1');
    expect(await world.acts.disablePasskey.carryOut(await world.present('person', 'm2'), passkey!.id)).toEqual({ ok: false, code: 'not-found' });
    expect(await world.acts.disablePasskey.carryOut(person, passkey!.id)).toEqual({ ok: true, value: null });
    world.clock.pass(1000);
    expect(await world.acts.disablePasskey.carryOut(person, passkey!.id)).toEqual({ ok: true, value: null });
    expect(records().slice(1)).toMatchObject([{ event: 'passkey.disabled.v1', parties: ['school-b'], fields: { member: 'm1', by: 'm1', passkey: passkey!.id } }]);
    expect(Object.keys(records()[1]!.fields).sort()).toEqual(listedFields('passkey.disabled.v1'));
  });

  it('goes with all others of a member who leaves, and says who did it', async () => {
    const credential = await world.enrolled(person);
    await world.steppedUp(person, 'change-own-keys', ['m1'], credential);
    await world.enrolled(person);
    const other = await world.present('person', 'm2');
    await world.enrolled(other);
    const custodian = { ...person.actor, member: 'm9' };
    expect(await world.acts.disablePasskeysOf.carryOut(person.actor, custodian)).toBe(2);
    expect(await world.acts.disablePasskeysOf.carryOut(person.actor, custodian)).toBe(0);
    expect(records().filter(({ event }) => event === 'passkey.disabled.v1').map(({ fields }) => [fields['member'], fields['by']])).toEqual([['m1', 'm9'], ['m1', 'm9']]);
    expect((await world.passkeys.of('school-b', 'm2')).every(({ disabledAt }) => disabledAt === null)).toBe(true);
  });
});
