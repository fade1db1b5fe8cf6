import { beforeEach, describe, expect, it } from 'vitest';
import type { KeyProof } from '@lateral/contracts';
import { ExchangeWorld, listedFields, memberOf, signerOf, StandInTokenHash, valueOf } from '@lateral/testing/fakes';
import type { KeyProofVerifier } from '../ports/index.js';
import type { Present } from '../step-up/begin-step-up.use-case.js';
import { Authenticate } from './authenticate.use-case.js';
import { beginSession } from './new-session.js';
import { KEY_PROOF_MS, ProveKey } from './prove-key.use-case.js';

const REFUSED = { ok: false, code: 'key-proof-refused' };
const NOT_ALLOWED = { ok: false, code: 'not-allowed' };
/** A signature that says what it is over and whose it is. */
const signed = (proof: Omit<KeyProof, 'v'>, by: string): string => JSON.stringify([{ v: 1, ...proof }, by]);
const verifier: KeyProofVerifier = { verify: async (proof, signature, { fingerprint }) => signature === JSON.stringify([proof, fingerprint]) };

describe('the proof of a member\'s own key', () => {
  let world: ExchangeWorld;
  let act: ProveKey;
  let authenticate: Authenticate;
  const tokens = new StandInTokenHash();
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    const { clock, directory, randomness, sessions } = world;
    act = new ProveKey({ clock, directory, keyProofs: sessions, randomness, tokens, verifier });
    authenticate = new Authenticate({ clock, directory, sessions, tokens });
  });
  const present = async (kind: 'one-time-code' | 'machine' = 'one-time-code', member = 'm2'): Promise<Present & { token: string }> => {
    const { token, session } = beginSession({ kind, agency: 'school-b', member }, { at: world.clock.at, randomness: world.randomness, tokens });
    await world.sessions.start(session, []);
    const { actor, session: standing } = (await authenticate.carryOut(token, kind === 'machine' ? 'header' : 'cookie'))!;
    return { actor: actor!, session: standing, token };
  };
  const begun = async (by: Present) => valueOf(await act.begin(by));
  const over = ({ session, nonce }: { session: string; nonce: string }, more: Partial<KeyProof> = {}) => signed({ agency: 'school-b', member: 'm2', session, nonce, ...more }, signerOf('school-b', 'm2'));

  it('opens the session further, under another token, and is recorded', async () => {
    const person = await present();
    expect(person.session.keyProven).toBe(false);
    const challenge = await begun(person);
    expect(challenge).toEqual({ session: person.session.id, nonce: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/), expires: new Date(world.clock.at.getTime() + KEY_PROOF_MS).toISOString() });
    const before = world.recordsSince(0).length;
    const { token } = valueOf(await act.carryOut(person, over(challenge)));
    expect(await authenticate.carryOut(person.token, 'cookie')).toBeNull();
    expect(await authenticate.carryOut(token, 'cookie')).toMatchObject({ session: { id: person.session.id, keyProven: true } });
    const [record, ...more] = world.recordsSince(before);
    expect([record?.event, record?.parties, Object.keys(record?.fields ?? {}).sort(), more]).toEqual(['key.proved.v1', ['school-b'], listedFields('key.proved.v1'), []]);
    expect(JSON.stringify(record)).not.toContain(challenge.nonce);
  });

  it('is over this session\'s last challenge, once, in time, by the key that the roster names', async () => {
    const [person, other] = [await present(), await present()];
    expect(await act.carryOut(person, 'anything')).toEqual(REFUSED);
    const [first, elsewhere] = [await begun(person), await begun(other)];
    const last = await begun(person);
    for (const signature of [over(first), over(elsewhere), over(last, { session: other.session.id }), over(last, { member: 'm1' }), over(last, { agency: 'gp-c' }), signed({ agency: 'school-b', member: 'm2', ...last }, signerOf('school-b', 'm1')), '']) {
      expect(await act.carryOut(person, signature)).toEqual(REFUSED);
    }
    world.clock.pass(KEY_PROOF_MS);
    expect(await act.carryOut(person, over(last))).toEqual(REFUSED);
    const fresh = await begun(person);
    const [one, two] = await Promise.all([act.carryOut(person, over(fresh)), act.carryOut(person, over(fresh))]);
    expect([one.ok, two.ok].sort()).toEqual([false, true]);
    expect(await act.begin(person)).toEqual(NOT_ALLOWED);
  });

  it('is by the key of the roster in force: not of a leaver, and not the one from before', async () => {
    const person = await present();
    const challenge = await begun(person);
    const known = world.directory.members.get('school-b m2')!;
    world.directory.members.set('school-b m2', { ...known, fingerprint: 'F'.repeat(40) });
    expect(await act.carryOut(person, over(challenge))).toEqual(REFUSED);
    world.directory.members.set('school-b m2', { ...known, until: world.clock.at.toISOString() });
    expect(await act.carryOut(person, over(challenge))).toEqual(REFUSED);
    world.directory.members.set('school-b m2', known);
    expect((await act.carryOut(person, over(challenge))).ok).toBe(true);
  });

  it('is not for sessions of another kind', async () => {
    const machine = await present('machine');
    expect([await act.begin(machine), await act.carryOut(machine, over({ session: machine.session.id, nonce: 'n' }))]).toEqual([NOT_ALLOWED, NOT_ALLOWED]);
    expect(await act.begin({ actor: memberOf('school-b', 'm2'), session: { ...machine.session, kind: 'person' } })).toEqual(NOT_ALLOWED);
  });
});
