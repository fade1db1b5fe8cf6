import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KeyProofStore, NewSession, OneTimeCodeStore, PersonStore, ProviderTripStore, SessionsOf, SessionStore } from '@lateral/exchange';
import { hubWorld, type HubWorld, type SampleWrites } from '../hub/index.js';
import { MemoryDirectoryStore } from './memory-directory.js';
import { MemoryOneTimeCodeStore, MemoryPersonStore, MemoryProviderTripStore, MemorySessionStore } from './memory-people.js';
import { MemoryTables } from './memory-tables.js';

interface Stores { sessions: SessionStore; keyProofs: KeyProofStore; people: PersonStore; trips: ProviderTripStore; codes: OneTimeCodeStore }
const ISSUER = 'https://provider.example';

describe('the stores of people in memory answer as Postgres does', () => {
  let world: HubWorld;
  let samples: SampleWrites;
  let memory: Stores;
  let tables: MemoryTables;
  beforeAll(async () => {
    world = await hubWorld(31, ['police-a', 'school-b']);
    ({ samples } = world);
    tables = new MemoryTables();
    const sessions = new MemorySessionStore(tables);
    memory = { sessions, keyProofs: sessions, people: new MemoryPersonStore(tables), trips: new MemoryProviderTripStore(tables), codes: new MemoryOneTimeCodeStore(tables, sessions) };
  });
  afterAll(() => world.end());
  const both = async <T>(ask: (stores: Stores) => Promise<T>): Promise<T> => {
    const [here, there] = [await ask(memory), await ask(world.hub)];
    expect(here).toEqual(there);
    return there;
  };
  const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms);
  const session = (n: number, more: Partial<NewSession> = {}): NewSession => {
    const startedAt = samples.at();
    const person = { kind: 'person', agency: 'police-a', member: 'm1', issuer: ISSUER, subject: 's1', sid: `sid-${n}` } as const;
    return { id: samples.id(), tokenHash: Uint8Array.of(n, 1), ...person, startedAt, seenAt: startedAt, idleUntil: later(startedAt, 1_000), expiresAt: later(startedAt, 9_000), ...more };
  };
  const begun = async (n: number, more: Partial<NewSession> = {}): Promise<NewSession> => {
    const started = session(n, more);
    await both(({ sessions }) => sessions.start(started, []));
    return started;
  };

  it('on finding, using and letting a session idle', async () => {
    const { id, startedAt: at, tokenHash } = await begun(1);
    const find = (ms: number) => both(({ sessions }) => sessions.find(tokenHash, later(at, ms)));
    expect([await find(999) === null, await find(1_000)]).toEqual([false, null]);
    await both(({ sessions }) => sessions.seen(id, later(at, 500), later(at, 1_500)));
    // The later use counts, whichever is written last.
    await both(({ sessions }) => sessions.seen(id, later(at, 400), later(at, 1_400)));
    expect(await find(1_499)).toMatchObject({ seenAt: later(at, 500) });
    await both(({ sessions }) => sessions.seen(id, later(at, 501), later(at, 20_000)));
    expect([await find(8_999) === null, await find(9_000)]).toEqual([false, null]);
  });

  it('on changing its token, and not that of one that has ended', async () => {
    const { id, startedAt: at, tokenHash } = await begun(2);
    const rotate = (ms: number, to: number) => both(({ sessions }) => sessions.rotate(id, Uint8Array.of(to, 2), later(at, ms)));
    expect([await rotate(10, 1), await rotate(1_000, 2)]).toEqual([true, false]);
    expect(await both(({ sessions }) => sessions.find(tokenHash, at))).toBeNull();
    expect(await both(({ sessions }) => sessions.find(Uint8Array.of(1, 2), at))).toMatchObject({ id });
  });

  it('on whose sessions there are, and on ending them', async () => {
    const [one, two] = [await begun(3, { member: 'm7', subject: 's7', sid: 'a' }), await begun(4, { member: 'm7', subject: 's7', sid: 'b' })];
    const newcomer = await begun(5, { kind: 'newcomer', member: null, subject: 's8', sid: null });
    const code = await begun(6, { kind: 'one-time-code', member: 'm7', issuer: null, subject: null, sid: null });
    const at = samples.at();
    const list = async (of: SessionsOf): Promise<string[]> => (await both(({ sessions }) => sessions.list(of, at))).map(({ id }) => id);
    const end = (of: SessionsOf, which: { only?: string; except?: string } = {}) => both(({ sessions }) => sessions.end(of, which, []));
    const member = { agency: 'police-a', member: 'm7' };
    expect(await list(member)).toEqual([code.id, two.id, one.id]);
    expect([await list({ issuer: ISSUER, subject: 's7' }), await list({ issuer: ISSUER, sid: 'a' }), await list({ issuer: ISSUER, subject: 's8' }), await list({ issuer: 'https://other.example', subject: 's7' })]).toEqual([[two.id, one.id], [one.id], [newcomer.id], []]);
    expect([await end(member, { only: newcomer.id }), await end(member, { only: one.id }), await end(member, { only: one.id })]).toEqual([0, 1, 0]);
    expect([await end(member, { except: code.id }), await list(member)]).toEqual([1, [code.id]]);
    expect([await end({ issuer: ISSUER, subject: 's8' }), await end({ issuer: ISSUER, sid: 'a' }), await end(member)]).toEqual([1, 0, 1]);
  });

  it('on which sessions live, and on one sign-in of a person with whatever they have without a name', async () => {
    const person = { member: 'm5', subject: 's5' };
    const [a, b, unnamed] = [await begun(20, { ...person, sid: 'a' }), await begun(21, { ...person, sid: 'b' }), await begun(22, { ...person, sid: null })];
    const other = await begun(23, { member: 'm6', subject: 's6', sid: null });
    const living = async (ms: number) => (await both(async ({ sessions }) => (await sessions.living([a.id, unnamed.id, other.id, samples.id()], later(a.startedAt, ms))).sort()));
    expect([await living(0), await living(500_000)]).toEqual([[a.id, unnamed.id, other.id].sort(), []]);
    const of = { issuer: ISSUER, subject: 's5', sid: 'a' };
    expect((await both(({ sessions }) => sessions.list(of, a.startedAt))).map(({ id }) => id)).toEqual([unnamed.id, a.id]);
    expect(await both(({ sessions }) => sessions.end(of, {}, []))).toBe(2);
    expect((await both(({ sessions }) => sessions.list({ issuer: ISSUER, subject: 's5' }, a.startedAt))).map(({ id }) => id)).toEqual([b.id]);
    expect(await both(({ sessions }) => sessions.end({ issuer: ISSUER, subject: 's6' }, {}, []))).toBe(1);
    expect(await living(0)).toEqual([]);
  });

  it('on proving a key: in a session by a code, by the challenge it was given last, once, and in time', async () => {
    const byCode = { kind: 'one-time-code', issuer: null, subject: null, sid: null } as const;
    const [{ id, startedAt: at, tokenHash }, person] = [await begun(30, { ...byCode, idleUntil: null }), await begun(31)];
    const challenge = (nonce: string, session = id, ms = 0) => both(({ keyProofs }) => keyProofs.challenge(session, { nonce, expiresAt: later(at, 500) }, later(at, ms)));
    const challenged = (ms = 0) => both(({ keyProofs }) => keyProofs.challenged(id, later(at, ms)));
    const prove = (nonce: string, { session = id, ms = 0, token = 32 } = {}) => both(({ keyProofs }) => keyProofs.prove({ session, nonce, tokenHash: Uint8Array.of(token, 1), at: later(at, ms) }, samples.record('key.proved.v1', {})));
    expect([await challenged(), await challenge('n', person.id), await challenge('n', samples.id()), await challenge('n', id, 9_000)]).toEqual([null, false, false, false]);
    expect([await challenge('one'), await challenge('two'), await challenged(), await challenged(500)]).toEqual([true, true, 'two', null]);
    expect([await prove('one'), await prove('two', { session: person.id }), await prove('two', { ms: 500 })]).toEqual([false, false, false]);
    expect(await both(({ sessions }) => sessions.find(tokenHash, at))).toMatchObject({ id, keyProvenAt: null });
    expect([await prove('two'), await prove('two'), await challenged(), await challenge('three')]).toEqual([true, false, null, false]);
    expect(await both(({ sessions }) => sessions.find(tokenHash, at))).toBeNull();
    expect(await both(({ sessions }) => sessions.find(Uint8Array.of(32, 1), at))).toMatchObject({ id, keyProvenAt: at });
  });

  it('on spending assertions, logout notices, states and codes once', async () => {
    const at = samples.at();
    const machine = session(10, { kind: 'machine', issuer: null, subject: null, sid: null, idleUntil: null });
    const start = (of: NewSession) => both(({ sessions }) => sessions.startMachine(of, { id: 'jti-once', expiresAt: later(at, 500) }, samples.record('member.signed-in.v1', {})));
    expect([await start(machine), await start({ ...machine, id: samples.id(), tokenHash: Uint8Array.of(11, 1) })]).toEqual([true, false]);
    const notice = { agency: 'police-a', id: 'notice-1', expiresAt: later(at, 500) };
    const logOut = (more: object = {}) => both(({ sessions }) => sessions.endOnNotice({ ...notice, ...more }, { issuer: ISSUER, subject: 's9' }, []));
    expect([await logOut(), await logOut(), await logOut({ agency: 'school-b' })]).toEqual([true, false, true]);
    for (const stepUp of [null, { id: samples.id(), session: samples.id() }]) {
      const trip = { stateHash: Uint8Array.of(1), browserHash: Uint8Array.of(2), agency: 'police-a', issuer: ISSUER, stepUp, expiresAt: later(at, 500) };
      await both(({ trips }) => trips.begin(trip));
      expect([await both(({ trips }) => trips.take(Uint8Array.of(1), at)), await both(({ trips }) => trips.take(Uint8Array.of(1), at))]).toEqual([trip, null]);
      await both(({ trips }) => trips.begin(trip));
      // Too late is spent as well.
      expect([await both(({ trips }) => trips.take(Uint8Array.of(1), later(at, 500))), await both(({ trips }) => trips.take(Uint8Array.of(1), at))]).toEqual([null, null]);
    }
    const code = { id: samples.id(), agency: 'police-a', member: 'm1', codeHash: Uint8Array.of(5), expiresAt: later(at, 5_000) };
    await both(({ codes }) => codes.issue(code, samples.record('code.issued.v1', {})));
    const find = (more: object = {}, when = at) => both(({ codes }) => codes.find({ ...code, ...more }, when));
    expect([await find(), await find({ member: 'm2' }), await find({ codeHash: Uint8Array.of(6) }), await find({}, later(at, 5_000))]).toEqual([{ id: code.id }, null, null, null]);
    const spent = session(12, { kind: 'one-time-code', issuer: null, subject: null, sid: null });
    const spend = () => both(({ codes }) => codes.spend(code.id, spent, samples.record('person.let-in.v1', {})));
    expect([await spend(), await spend(), await find()]).toEqual([true, false, null]);
    expect(await both(({ sessions }) => sessions.find(spent.tokenHash, at))).toMatchObject({ id: spent.id });
  });

  it('on whose sign-in is whose: the first binding stands', async () => {
    const directory = new MemoryDirectoryStore(tables);
    const register = async (version: number, people: { agency: string; member: string; issuer: string; subject: string }[]): Promise<void> => {
      for (const store of [directory, world.hub.directory]) await store.register({ ...samples.registration(['police-a', 'school-b'], version), people }, [samples.record('directory.registered.v1', {})]);
    };
    await register(2, [{ agency: 'police-a', member: 'm1', issuer: ISSUER, subject: 'x' }]);
    await register(3, [{ agency: 'police-a', member: 'm1', issuer: ISSUER, subject: 'y' }, { agency: 'school-b', member: 'm1', issuer: ISSUER, subject: 'x' }, { agency: 'school-b', member: 'm1', issuer: 'https://other.example', subject: 'x' }]);
    const who = (issuer: string, subject: string) => both(({ people }) => people.byProvider(issuer, subject, world.samples.at()));
    expect([await who(ISSUER, 'x'), await who(ISSUER, 'y'), await who('https://other.example', 'x')]).toEqual([{ agency: 'police-a', member: 'm1' }, null, { agency: 'school-b', member: 'm1' }]);
  });
});
