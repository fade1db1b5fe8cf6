import { beforeEach, describe, expect, it } from 'vitest';
import { digestOf, objectsDigest, stepUpChallenge } from '@lateral/contracts';
import { STEP_UP_MS } from '@lateral/domain/access';
import { listedFields, PeopleWorld, standInAnswer, StoreFault, valueOf } from '@lateral/testing/fakes';
import type { Present } from './begin-step-up.use-case.js';

const BODY = { action: 'open-content', objects: ['b', 'a'] } as const;
const REFUSED = { ok: false, code: 'passkey-refused' };
const SECOND = 1000;

let world: PeopleWorld;
let person: Present;
let credential: string;
beforeEach(async () => {
  world = new PeopleWorld();
  person = await world.present();
  credential = await world.enrolled(person);
});
const begun = async (by = person, body: { action: 'open-content' | 'export'; objects: readonly string[] } = BODY) => valueOf(await world.acts.beginStepUp.carryOut(by, { ...body, objects: [...body.objects] }));
const answer = (id: string, body: ReturnType<typeof standInAnswer>, by = person) => world.acts.grantByPasskey.carryOut(by, id, body);
const granted = () => world.tables.audit.filter(({ row }) => row.event === 'step-up.granted.v1').map(({ row }) => ({ parties: row.parties, fields: JSON.parse(row.record) as Record<string, unknown> }));
const sessionOf = (token: string) => world.sessions.find(world.tokens.hash(token), world.clock.at);

describe('a step-up', () => {
  it('says what to answer and with what, and grants nothing yet', async () => {
    const reply = await begun();
    expect(reply).toEqual({
      id: expect.any(String), nonce: expect.stringMatching(/^[\w-]{43}$/), challenge: stepUpChallenge({ ...BODY, nonce: reply.nonce, session: person.session.id }), credentials: [credential],
      rpId: 'hub.example', provider: true, expires: new Date(world.clock.at.getTime() + STEP_UP_MS).toISOString(),
    });
    expect((await begun()).nonce).not.toBe(reply.nonce);
    world.signIn.policy = false;
    expect((await begun()).provider).toBe(false);
    expect(await world.check.refusal(person.session, 'open-content', ['a'])).not.toBeNull();
  });

  it('names each object once, and is asked for by people only', async () => {
    expect(await world.acts.beginStepUp.carryOut(person, { action: 'export', objects: ['a', 'a'] })).toEqual({ ok: false, code: 'invalid-request', fields: [{ field: '/objects', reason: 'repeated' }] });
    for (const kind of ['machine', 'one-time-code'] as const) {
      const other = await world.present(kind);
      expect(await world.acts.beginStepUp.carryOut(other, { action: 'export', objects: ['a'] })).toEqual({ ok: false, code: 'not-allowed' });
      expect(await answer('any', standInAnswer('', ''), other)).toEqual({ ok: false, code: 'not-allowed' });
      expect(await world.acts.stepUpByProvider.start(other, 'any')).toEqual({ ok: false, code: 'not-allowed' });
    }
  });

  it('is granted to the passkey that answers, with a new token for the same session and a record', async () => {
    const { id, challenge } = await begun();
    world.clock.pass(SECOND);
    const body = standInAnswer(challenge, credential);
    const { reply, token } = valueOf(await answer(id, body));
    expect(reply).toEqual({ id, action: 'open-content', objects: ['a', 'b'], until: new Date(world.clock.at.getTime() + STEP_UP_MS).toISOString() });
    expect(await world.check.refusal({ ...person.session, tokenHash: world.tokens.hash(token) }, 'open-content', ['a', 'b'])).toBeNull();
    expect(await sessionOf(person.session.id)).toBeNull();
    expect((await sessionOf(token))?.id).toBe(person.session.id);
    expect(granted()).toMatchObject([{ parties: ['school-b'], fields: { agency: 'school-b', member: 'm1', action: 'open-content', objects: objectsDigest(['a', 'b']), method: 'passkey', assertion: digestOf('assertion', body) } }]);
    expect(Object.keys(granted()[0]!.fields).sort()).toEqual(listedFields('step-up.granted.v1'));
    expect(JSON.stringify(world.tables.audit)).not.toContain(token);
    expect((await world.passkeys.of('school-b', 'm1'))[0]!.usedAt).toEqual(world.clock.at);
  });

  it('is granted once, though the same answer comes twice at once, and leaves one token', async () => {
    const { id, challenge } = await begun();
    const outcomes = await Promise.all([answer(id, standInAnswer(challenge, credential)), answer(id, standInAnswer(challenge, credential))]);
    const [won] = outcomes.filter(({ ok }) => ok);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await sessionOf(valueOf(won!).token)).not.toBeNull();
    expect(await answer(id, standInAnswer(challenge, credential))).toEqual(REFUSED);
    expect(granted()).toHaveLength(1);
  });

  it('is refused to every answer but the right one', async () => {
    const { id, challenge } = await begun();
    const other = await begun(person, { action: 'export', objects: BODY.objects });
    const colleague = await world.present('person', 'm2');
    const theirs = await world.enrolled(colleague);
    const handle = (await world.passkeys.handleOf('school-b', 'm1'))!;
    for (const body of [
      standInAnswer(other.challenge, credential), standInAnswer(challenge, theirs), standInAnswer(challenge, 'unheard-of'), standInAnswer(challenge, credential, { right: false }),
      standInAnswer(challenge, credential, { userHandle: (await world.passkeys.handleOf('school-b', 'm2'))! }),
    ]) expect(await answer(id, body)).toEqual(REFUSED);
    expect(await answer(id, standInAnswer(challenge, theirs), colleague)).toEqual({ ok: false, code: 'not-found' });
    expect(await answer(id, standInAnswer(challenge, credential), await world.present())).toEqual({ ok: false, code: 'not-found' });
    expect(granted()).toEqual([]);
    expect(await answer(id, standInAnswer(challenge, credential, { userHandle: handle }))).toMatchObject({ ok: true });
  });

  it('is refused at its last moment, and to a passkey that was disabled', async () => {
    const { id, challenge } = await begun();
    world.clock.pass(STEP_UP_MS);
    expect(await answer(id, standInAnswer(challenge, credential))).toEqual(REFUSED);
    const next = await begun();
    world.clock.pass(STEP_UP_MS - 1);
    const [passkey] = await world.passkeys.of('school-b', 'm1');
    await world.acts.disablePasskey.carryOut(person, passkey!.id);
    expect(await answer(next.id, standInAnswer(next.challenge, credential))).toEqual(REFUSED);
    expect((await begun()).credentials).toEqual([]);
  });

  it('is refused to a counter that has not gone up since the passkey was read', async () => {
    const colleague = await world.present('person', 'm2');
    const counting = await world.enrolled(colleague, 5);
    const [one, other] = [await begun(colleague), await begun(colleague)];
    const outcomes = await Promise.all([one, other].map(({ id, challenge }) => answer(id, standInAnswer(challenge, counting, { counter: 6 }), colleague)));
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const next = await begun(colleague);
    for (const counter of [5, 6, 0]) expect(await answer(next.id, standInAnswer(next.challenge, counting, { counter }), colleague)).toEqual(REFUSED);
    expect(await answer(next.id, standInAnswer(next.challenge, counting, { counter: 7 }), colleague)).toMatchObject({ ok: true });
  });

  it.each([1, 2, 3].flatMap((write) => [[write, 'not-persisted'], [write, 'persisted']] as const))('opens nothing to whoever holds the token from before it, where write %i is %s', async (write, fault) => {
    const { id, challenge } = await begun();
    let fail: () => Promise<void> = async () => world.tables.failNext(fault);
    for (let before = 1; before < write; before += 1) fail = ((later) => async () => world.tables.beforeNextWrite(later))(fail);
    world.tables.beforeNextWrite(fail);
    await expect(answer(id, standInAnswer(challenge, credential))).rejects.toBeInstanceOf(StoreFault);
    expect(await world.check.refusal(person.session, 'open-content', ['a'])).not.toBeNull();
    expect(granted()).toHaveLength(write === 3 && fault === 'persisted' ? 1 : 0);
  });

  it('is nothing to a session that has ended meanwhile', async () => {
    const { id, challenge } = await begun();
    await world.sessions.end({ agency: 'school-b', member: 'm1' }, {}, []);
    expect(await answer(id, standInAnswer(challenge, credential))).toEqual({ ok: false, code: 'unauthenticated' });
    expect(granted()).toEqual([]);
  });
});

describe('a fresh sign-in in place of a passkey', () => {
  const fresh = (stepUp: string, more: object = {}) =>
    world.acts.stepUpByProvider.grantByProvider({ stepUp, session: person.session, who: { issuer: person.session.issuer!, subject: person.session.subject! }, authenticatedAt: world.clock.at, proof: 'digest of the token', ...more });

  it('is begun where agency policy allows it, for an open step-up of this session', async () => {
    const { id } = await begun();
    expect(await world.acts.stepUpByProvider.start(person, id)).toEqual({ ok: true, value: { location: expect.stringContaining(id), browserSecret: 'secret' } });
    expect(await world.acts.stepUpByProvider.start(await world.present(), id)).toEqual({ ok: false, code: 'not-found' });
    world.signIn.policy = false;
    expect(await world.acts.stepUpByProvider.start(person, id)).toEqual({ ok: false, code: 'not-allowed' });
    world.clock.pass(STEP_UP_MS);
    expect(await world.acts.stepUpByProvider.start(person, id)).toEqual({ ok: false, code: 'not-found' });
  });

  it('grants what was asked, with a new token and a record that says how', async () => {
    const { id } = await begun();
    const { reply, token } = valueOf(await fresh(id));
    expect(reply).toMatchObject({ action: 'open-content', objects: ['a', 'b'] });
    expect((await sessionOf(token))?.id).toBe(person.session.id);
    expect(granted()).toMatchObject([{ fields: { method: 'provider', assertion: 'digest of the token' } }]);
    expect(await fresh(id)).toEqual({ ok: false, code: 'assertion-refused' });
  });

  it('grants nothing for another person, an earlier sign-in, another session, or against policy', async () => {
    world.clock.pass(STEP_UP_MS);
    const { id } = await begun();
    const { issuer, subject } = person.session as { issuer: string; subject: string };
    const refused = { ok: false, code: 'assertion-refused' };
    for (const who of [{ issuer, subject: 'm2' }, { issuer: 'https://other.example', subject }]) expect(await fresh(id, { who })).toEqual(refused);
    expect(await fresh(id, { authenticatedAt: new Date(world.clock.at.getTime() - 5_001) })).toEqual(refused);
    expect(await fresh(id, { authenticatedAt: new Date(world.clock.at.getTime() + 5_001) })).toEqual(refused);
    expect(await fresh(id, { session: (await world.present()).session })).toEqual({ ok: false, code: 'not-found' });
    expect(await fresh(id, { session: (await world.present('machine')).session })).toEqual({ ok: false, code: 'not-found' });
    world.signIn.policy = false;
    expect(await fresh(id)).toEqual(refused);
    world.signIn.policy = true;
    expect(await fresh(id, { authenticatedAt: new Date(world.clock.at.getTime() - 5_000) })).toMatchObject({ ok: true });
  });
});
