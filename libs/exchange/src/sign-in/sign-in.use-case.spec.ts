import { beforeEach, describe, expect, it } from 'vitest';
import { toBase64Url } from '@lateral/contracts';
import { ExchangeWorld, keyBytesOf, listedFields, StandInAssertions, standInAssertion, StandInTokenHash, StoreFault, valueOf } from '@lateral/testing/fakes';
import { Authenticate } from './authenticate.use-case.js';
import { isMemberAt, SignIn } from './sign-in.use-case.js';

const AUDIENCE = 'https://hub.example';
const REFUSED = { ok: false, code: 'assertion-refused' };
const HOURS = 3_600_000;

describe('signing in', () => {
  let world: ExchangeWorld;
  let acts: { signIn: SignIn; authenticate: Authenticate };
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    const { clock, randomness, directory, sessions } = world;
    const tokens = new StandInTokenHash();
    acts = { signIn: new SignIn({ clock, randomness, directory, sessions, assertions: new StandInAssertions(), tokens }), authenticate: new Authenticate({ clock, directory, sessions, tokens }) };
  });
  const assertion = (more: Partial<Parameters<typeof standInAssertion>[0]> = {}): string => {
    const now = world.clock.at.getTime();
    return standInAssertion({ agency: 'school-b', member: 'm1', id: 'one', audience: AUDIENCE, key: toBase64Url(keyBytesOf('school-b', 'm1')), issued: now, expires: now + 120_000, ...more });
  };
  const signIn = (text = assertion(), audience = AUDIENCE) => acts.signIn.carryOut({ assertion: text, audience });
  const changeMember = (change: object): void => void world.directory.members.set('school-b m1', { ...world.directory.members.get('school-b m1')!, ...change });

  it('gives an opaque session to whoever holds the key that the roster names, and records it', async () => {
    const { token, ...reply } = valueOf(await signIn());
    expect(reply).toEqual({ agency: 'school-b', member: 'm1', expires: new Date(world.clock.at.getTime() + 12 * HOURS).toISOString() });
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const written = world.recordsSince(0);
    expect(written).toMatchObject([{ event: 'member.signed-in.v1', parties: ['school-b'], fields: { agency: 'school-b', member: 'm1' } }]);
    expect(Object.keys(written[0]!.fields).sort()).toEqual(listedFields('member.signed-in.v1'));
    expect(JSON.stringify(world.tables.audit)).not.toContain(token);
    expect(await acts.authenticate.carryOut(token, 'header')).toMatchObject({ actor: { agency: 'school-b', member: 'm1', roles: ['practitioner'] }, session: { kind: 'machine', agency: 'school-b', issuer: null, subject: null } });
  });

  it('is the same refusal whatever is wrong', async () => {
    const now = world.clock.at.getTime();
    const wrong = [
      'no assertion', assertion({ agency: 'nobody' }), assertion({ member: 'nobody' }), assertion({ key: toBase64Url(keyBytesOf('school-b', 'm2')) }), assertion({ audience: 'https://other.example' }),
      assertion({ expires: now }), assertion({ issued: now + 1 }),
    ];
    for (const text of wrong) expect(await signIn(text)).toEqual(REFUSED);
    expect(await signIn(assertion(), 'https://other.example')).toEqual(REFUSED);
    changeMember({ signIn: null });
    expect(await signIn()).toEqual(REFUSED);
    expect(world.tables.audit).toEqual([]);
  });

  it('spends an assertion: a replay is refused, by a second hub too', async () => {
    const text = assertion();
    const [one, other] = await Promise.all([signIn(text), signIn(text)]);
    expect([one.ok, other.ok].sort()).toEqual([false, true]);
    expect(await signIn(text)).toEqual(REFUSED);
    expect(await signIn(assertion({ id: 'two' }))).toMatchObject({ ok: true });
    // Another member may use the same id: it is its issuer's own.
    expect(await signIn(assertion({ member: 'm2', key: toBase64Url(keyBytesOf('school-b', 'm2')) }))).toMatchObject({ ok: true });
  });

  it('spends it even where the answer of the store was lost: the client signs a new one', async () => {
    world.tables.failNext('persisted');
    await expect(signIn()).rejects.toBeInstanceOf(StoreFault);
    expect(await signIn()).toEqual(REFUSED);
    world.tables.failNext('not-persisted');
    await expect(signIn(assertion({ id: 'two' }))).rejects.toBeInstanceOf(StoreFault);
    expect(await signIn(assertion({ id: 'two' }))).toMatchObject({ ok: true });
  });

  it('lets in from a member\'s first moment until, and not at, the last', async () => {
    changeMember({ from: world.clock.at.toISOString(), until: new Date(world.clock.at.getTime() + 1).toISOString() });
    expect(await signIn()).toMatchObject({ ok: true });
    changeMember({ until: world.clock.at.toISOString() });
    expect(await signIn(assertion({ id: 'two' }))).toEqual(REFUSED);
    changeMember({ from: new Date(world.clock.at.getTime() + 1).toISOString(), until: null });
    expect(await signIn(assertion({ id: 'three' }))).toEqual(REFUSED);
  });

  describe('and afterwards', () => {
    let token: string;
    beforeEach(async () => {
      ({ token } = valueOf(await signIn()));
    });

    it('lasts twelve hours and not a millisecond longer', async () => {
      world.clock.pass(12 * HOURS - 1);
      expect(await acts.authenticate.carryOut(token, 'header')).not.toBeNull();
      world.clock.pass(1);
      expect(await acts.authenticate.carryOut(token, 'header')).toBeNull();
    });

    it('is nothing to who has left the roster, and has the roles of the newest', async () => {
      changeMember({ roles: ['approver'] });
      expect(await acts.authenticate.carryOut(token, 'header')).toMatchObject({ actor: { roles: ['approver'] } });
      changeMember({ until: world.clock.at.toISOString() });
      expect(await acts.authenticate.carryOut(token, 'header')).toBeNull();
      world.directory.members.delete('school-b m1');
      expect(await acts.authenticate.carryOut(token, 'header')).toBeNull();
    });

    it('is nobody for any other token', async () => {
      expect(await acts.authenticate.carryOut(`${token}x`, 'header')).toBeNull();
      expect(await acts.authenticate.carryOut('', 'header')).toBeNull();
    });
  });
});

describe('a member', () => {
  it('is one from and until, the last moment not included', () => {
    const term = { from: '2026-01-01T00:00:00.000Z', until: '2026-02-01T00:00:00.000Z' };
    const at = (time: string): boolean => isMemberAt(term, new Date(time));
    expect([at('2025-12-31T23:59:59.999Z'), at(term.from), at('2026-01-31T23:59:59.999Z'), at(term.until)]).toEqual([false, true, true, false]);
    expect(isMemberAt({ ...term, until: null }, new Date('2099-01-01T00:00:00Z'))).toBe(true);
  });
});
