import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_PASSKEYS, type EnrolPasskeyWrite, type PasskeyStore, type StepUpStore } from '@lateral/exchange';
import { hubWorld, type HubWorld } from '../hub/index.js';
import { MemoryPasskeyStore, MemoryStepUpStore } from './memory-passkeys.js';
import { MemoryTables } from './memory-tables.js';

interface Stores { passkeys: PasskeyStore; stepUps: StepUpStore }

/** The same writes put to both; whatever is asked of either afterwards must come out the same. */
describe('passkeys and gestures in memory answer as Postgres does', () => {
  let world: HubWorld;
  let memory: Stores;
  let at: Date;
  let made = 0;
  const later = (ms: number): Date => new Date(at.getTime() + ms);
  const both = async <T>(ask: (stores: Stores) => Promise<T>): Promise<T> => {
    const [here, there] = [await ask(memory), await ask(world.hub)];
    expect(here).toEqual(there);
    return there;
  };
  const record = () => world.samples.record('passkey.enrolled.v1', { parties: ['police-a'] });
  const asked = async (member: string, session: string, ms = 1000): Promise<string> => {
    made += 1;
    const challenge = `challenge-${made}`;
    await both(({ passkeys }) => passkeys.begin({ challenge, session, agency: 'police-a', member, expiresAt: later(ms) }, `handle-${made}`));
    return challenge;
  };
  const enrolment = (member: string, challenge: string, session: string, more: Partial<EnrolPasskeyWrite> & { credential?: string; counter?: number } = {}): EnrolPasskeyWrite => {
    const { credential = world.samples.id(), counter = 0, ...changed } = more;
    const { attempt } = world.samples.act('police-a', []);
    return {
      actor: { agency: 'police-a', member, roles: [] }, attempt, at, records: [record()], outbox: [], challenge, session, besides: false,
      passkey: { id: world.samples.id(), credential, publicKey: Uint8Array.of(1, 2, 255), counter }, ...changed,
    };
  };
  const enrol = (write: EnrolPasskeyWrite) => both(({ passkeys }) => passkeys.enrol(write));
  const agreeOn = async (member: string) => {
    await both(({ passkeys }) => passkeys.handleOf('police-a', member));
    return both(({ passkeys }) => passkeys.of('police-a', member));
  };

  beforeAll(async () => {
    world = await hubWorld(29, ['police-a', 'school-b']);
    at = world.samples.at();
    const tables = new MemoryTables();
    const passkeys = new MemoryPasskeyStore(tables);
    memory = { passkeys, stepUps: new MemoryStepUpStore(tables, passkeys) };
  });
  afterAll(() => world.end());

  it('on enrolling: once for a challenge, of its session and member, before it has run out', async () => {
    const [session, other] = [world.samples.id(), world.samples.id()];
    const challenge = await asked('m1', session);
    expect(await enrol(enrolment('m1', 'unheard-of', session))).toEqual({ outcome: 'changed' });
    expect(await enrol(enrolment('m1', challenge, other))).toEqual({ outcome: 'changed' });
    expect(await enrol(enrolment('m2', challenge, session))).toEqual({ outcome: 'changed' });
    expect(await enrol(enrolment('m1', challenge, session, { at: later(1000) }))).toEqual({ outcome: 'changed' });
    const write = enrolment('m1', challenge, session, { counter: 4 });
    expect(await enrol(write)).toMatchObject({ outcome: 'done', reply: { id: write.passkey.id } });
    expect(await enrol(write)).toMatchObject({ outcome: 'replayed', digest: write.attempt.digest });
    expect(await enrol(enrolment('m1', challenge, session, { besides: true }))).toEqual({ outcome: 'changed' });
    expect(await agreeOn('m1')).toMatchObject([{ credential: write.passkey.credential, publicKey: Uint8Array.of(1, 2, 255), counter: 4 }]);
  });

  it('on a key that was used: nothing is counted, and the challenge stands', async () => {
    const session = world.samples.id();
    const first = enrolment('m3', await asked('m3', session), session);
    await enrol(first);
    const challenge = await asked('m3', session);
    expect(await enrol(enrolment('m3', challenge, session, { besides: true, attempt: first.attempt }))).toMatchObject({ outcome: 'replayed' });
    expect(await enrol(enrolment('m3', challenge, session, { besides: true }))).toMatchObject({ outcome: 'done' });
    expect(await agreeOn('m3')).toHaveLength(2);
  });

  it('on a second first one, on a credential that is taken and on the eleventh; one that is disabled makes room', async () => {
    const session = world.samples.id();
    const first = enrolment('m4', await asked('m4', session), session);
    await enrol(first);
    expect(await enrol(enrolment('m4', await asked('m4', session), session))).toEqual({ outcome: 'changed' });
    expect(await enrol(enrolment('m4', await asked('m4', session), session, { besides: true, credential: first.passkey.credential }))).toEqual({ outcome: 'id-taken' });
    for (let n = 1; n < MOST_PASSKEYS; n += 1) expect(await enrol(enrolment('m4', await asked('m4', session), session, { besides: true }))).toMatchObject({ outcome: 'done' });
    const challenge = await asked('m4', session);
    expect(await enrol(enrolment('m4', challenge, session, { besides: true }))).toEqual({ outcome: 'changed' });
    for (const [agency, member, expected] of [['police-a', 'm1', false], ['school-b', 'm4', false], ['police-a', 'm4', true], ['police-a', 'm4', false]] as const) {
      const disabling = world.samples.record('passkey.disabled.v1', { parties: ['police-a'] });
      expect(await both(({ passkeys }) => passkeys.disable({ agency, member, id: first.passkey.id, at }, disabling))).toBe(expected);
    }
    expect(await enrol(enrolment('m4', challenge, session, { besides: true }))).toMatchObject({ outcome: 'done' });
    expect(await agreeOn('m4')).toHaveLength(MOST_PASSKEYS + 1);
  });

  it('on a gesture: of one session, spent once, by a passkey in use whose counter goes up, and granted once', async () => {
    const [session, other] = [world.samples.id(), world.samples.id()];
    const { passkey: counting } = enrolment('m5', '', session);
    await enrol({ ...enrolment('m5', await asked('m5', session), session), passkey: { ...counting, counter: 4 } });
    const begun = async (): Promise<string> => {
      const id = world.samples.id();
      await both(({ stepUps }) => stepUps.begin({ id, session, agency: 'police-a', member: 'm5', action: 'open-content', objects: ['a', 'b'], nonce: 'n', at, expiresAt: later(1000) }));
      return id;
    };
    const spend = (stepUp: string, counter: number | null, more: { session?: string; at?: Date; id?: string } = {}) =>
      both(({ stepUps }) => stepUps.spend({ stepUp, session: more.session ?? session, at: more.at ?? at, passkey: counter === null ? null : { id: more.id ?? counting.id, counter } }));
    const granting = () => world.samples.record('step-up.granted.v1', { parties: ['police-a'] });
    const grant = (stepUp: string, of = session) => {
      const written = granting();
      return both(({ stepUps }) => stepUps.grant({ stepUp, session: of, at: later(5), until: later(300_005) }, written));
    };
    const [one, two, three] = [await begun(), await begun(), await begun()];
    const theirs = (await agreeOn('m1'))[0]!.id;
    expect(await both(({ stepUps }) => stepUps.find(one, session))).toMatchObject({ objects: ['a', 'b'], nonce: 'n', spentAt: null });
    expect(await both(({ stepUps }) => stepUps.find(one, other))).toBeNull();
    expect([await spend(one, 5, { session: other }), await spend(one, 5, { at: later(1000) }), await spend(one, 4), await spend(one, 0), await spend(one, 9, { id: theirs })]).toEqual([false, false, false, false, false]);
    expect(await grant(one)).toBe(false);
    expect([await spend(one, 5), await spend(one, 6), await spend(two, 5), await spend(two, 6), await spend(three, null), await spend(three, null)]).toEqual([true, false, false, true, true, false]);
    expect([await grant(one, other), await grant(one), await grant(one), await grant(three)]).toEqual([false, true, false, true]);
    expect((await agreeOn('m5'))[0]).toMatchObject({ counter: 6, usedAt: at });
    for (const [of, action, ms] of [[session, 'open-content', 5], [session, 'open-content', 6], [session, 'export', 0], [other, 'open-content', 0]] as const) {
      const found = await both(({ stepUps }) => stepUps.granted(of, action, later(ms)));
      expect(found).toHaveLength(of === session && action === 'open-content' && ms === 5 ? 2 : 0);
    }
  });
});

describe('passkeys in Postgres', () => {
  let world: HubWorld;
  beforeAll(async () => {
    world = await hubWorld(30, ['police-a'], 8);
  });
  afterAll(() => world.end());

  it('are the first one once, though eight sessions enrol theirs at once', async () => {
    const at = world.samples.at();
    const { passkeys } = world.hub;
    const writes = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(async (n): Promise<EnrolPasskeyWrite> => {
      const [session, challenge] = [world.samples.id(), `c${n}`];
      await passkeys.begin({ challenge, session, agency: 'police-a', member: 'm1', expiresAt: new Date(at.getTime() + 1000) }, `h${n}`);
      const act = world.samples.act('police-a', [world.samples.record('passkey.enrolled.v1', {})]);
      return { ...act, actor: { ...act.actor, member: 'm1' }, passkey: { id: world.samples.id(), credential: `p${n}`, publicKey: Uint8Array.of(n), counter: 0 }, challenge, session, besides: false, at };
    }));
    const results = await Promise.all(writes.map((write) => passkeys.enrol(write)));
    expect(results.filter(({ outcome }) => outcome === 'done')).toHaveLength(1);
    expect(await world.database.sql('select in_use, (select count(*)::int from passkey) as n from passkey_user')).toEqual([{ in_use: 1, n: 1 }]);
    expect(await world.database.sql(`select count(*)::int as n from audit_record where event = 'passkey.enrolled.v1'`)).toEqual([{ n: 1 }]);
  });

  it('forget challenges and gestures that have run out', async () => {
    const at = world.samples.at();
    await world.hub.stepUps.begin({ id: world.samples.id(), session: world.samples.id(), agency: 'police-a', member: 'm1', action: 'export', objects: ['a'], nonce: 'n', at, expiresAt: at });
    expect(await world.hub.upkeep.sweepExpired(new Date(at.getTime() + 1001))).toBeGreaterThanOrEqual(8);
    expect(await world.database.sql('select (select count(*)::int from passkey_challenge) as challenges, (select count(*)::int from step_up) as gestures, (select count(*)::int from passkey) as passkeys')).toEqual([{ challenges: 0, gestures: 0, passkeys: 1 }]);
  });
});
