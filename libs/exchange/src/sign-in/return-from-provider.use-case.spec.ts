import { beforeEach, describe, expect, it } from 'vitest';
import { ExchangeWorld, listedFields, StandInTokenHash, StoreFault, valueOf } from '@lateral/testing/fakes';
import { done, refuse } from '../result.js';
import type { FreshSignIn, IdentityProviders, LogoutNotice, ProviderIdentity } from '../ports/index.js';
import { Authenticate, standingOf } from './authenticate.use-case.js';
import { beginSession } from './new-session.js';
import { OwnSessions } from './own-sessions.use-case.js';
import { ReturnFromProvider } from './return-from-provider.use-case.js';
import { SignOutByProvider } from './sign-out-by-provider.use-case.js';
import { StartAtProvider, TRIP_MS } from './start-at-provider.use-case.js';

const MINUTES = 60_000;
const issuerOf = (agency: string): string => `https://${agency}.example`;

/** Providers that say whatever the test has them say; an answer is good where its query names the state. */
class SaidProviders implements IdentityProviders {
  says: Partial<ProviderIdentity> = {};
  notice: LogoutNotice | null = null;
  asked: { fresh: boolean }[] = [];

  list() {
    return ['police-a', 'school-b'].map((agency) => ({ agency, issuer: issuerOf(agency), stepUp: agency === 'police-a' }));
  }

  async location(agency: string, { state }: { state: string }, options: { fresh: boolean }): Promise<string> {
    this.asked.push(options);
    return `${issuerOf(agency)}/auth?state=${state}`;
  }

  async identify(agency: string, query: string, { state }: { state: string }): Promise<ProviderIdentity | null> {
    const good = new URLSearchParams(query).get('state') === state;
    return good ? { issuer: issuerOf(agency), subject: 's1', sid: 'sid-1', authTime: null, proof: 'proof', ...this.says } : null;
  }

  async readLogout(): Promise<LogoutNotice | null> {
    return this.notice;
  }
}

describe('coming in through the own agency\'s provider', () => {
  let world: ExchangeWorld;
  let providers: SaidProviders;
  let granted: FreshSignIn[];
  let mayStepUp: boolean;
  let acts: { start: StartAtProvider; back: ReturnFromProvider; authenticate: Authenticate; own: OwnSessions; out: SignOutByProvider };
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    [providers, granted, mayStepUp] = [new SaidProviders(), [], true];
    const { clock, directory, people, randomness, sessions, trips } = world;
    const tokens = new StandInTokenHash();
    const grants = {
      grantByProvider: async (fresh: FreshSignIn) => {
        granted.push(fresh);
        return mayStepUp ? done({ reply: { id: fresh.stepUp, action: 'export' as const, objects: [], until: '' }, token: 'the-next' }) : refuse('assertion-refused');
      },
    };
    acts = {
      start: new StartAtProvider({ clock, directory, providers, randomness, tokens, trips }), back: new ReturnFromProvider({ clock, directory, grants, people, providers, randomness, sessions, tokens, trips }),
      authenticate: new Authenticate({ clock, directory, sessions, tokens }), own: new OwnSessions({ clock, randomness, sessions }), out: new SignOutByProvider({ clock, people, providers, randomness, sessions }),
    };
    world.tables.people.push({ agency: 'police-a', member: 'm1', issuer: issuerOf('police-a'), subject: 's1' });
  });
  const trip = async (agency = 'police-a') => {
    const { location, browserSecret } = valueOf(await acts.start.signIn(agency));
    return { query: location.split('?')[1]!, browserSecret, token: null as string | null };
  };
  const signedIn = async (agency?: string): Promise<string> => {
    const back = await acts.back.carryOut(await trip(agency));
    if (!back.ok) throw new Error(back.reason);
    return back.token;
  };
  const who = (token: string) => acts.authenticate.carryOut(token, 'cookie');

  it('is a session under a new token, and is recorded', async () => {
    const token = await signedIn();
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await who(token)).toMatchObject({ actor: { agency: 'police-a', member: 'm1' }, session: { kind: 'person', issuer: issuerOf('police-a'), subject: 's1' } });
    expect(await acts.authenticate.carryOut(token, 'header')).toBeNull();
    const [record] = world.recordsSince(0);
    expect([record!.event, Object.keys(record!.fields).sort()]).toEqual(['person.signed-in.v1', listedFields('person.signed-in.v1')]);
  });

  it('is a newcomer\'s where the roster does not hold them, without any role', async () => {
    providers.says = { subject: 'unheard-of' };
    expect(await who(await signedIn())).toMatchObject({ actor: null, session: { kind: 'newcomer', agency: 'police-a' } });
    providers.says = {};
    world.directory.members.delete('police-a m1');
    expect(await who(await signedIn())).toMatchObject({ actor: { member: 'm1', roles: [] }, session: { kind: 'newcomer' } });
    expect(world.recordsSince(0)).toEqual([]);
  });

  it('is refused where a person of another agency comes through it', async () => {
    providers.says = { issuer: issuerOf('police-a') };
    expect(await acts.back.carryOut(await trip('school-b'))).toEqual({ ok: false, reason: 'refused' });
    providers.says = {};
    world.tables.people.push({ agency: 'police-a', member: 'm2', issuer: issuerOf('school-b'), subject: 's1' });
    expect(await acts.back.carryOut(await trip('school-b'))).toEqual({ ok: false, reason: 'refused' });
  });

  it('takes a state once, in time, in its own browser', async () => {
    const first = await trip();
    expect(await acts.back.carryOut({ ...first, browserSecret: (await trip()).browserSecret })).toEqual({ ok: false, reason: 'start-again' });
    expect(await acts.back.carryOut(first)).toEqual({ ok: false, reason: 'start-again' });
    const late = await trip();
    world.clock.pass(TRIP_MS);
    expect(await acts.back.carryOut(late)).toEqual({ ok: false, reason: 'start-again' });
    for (const query of ['', 'state=', 'state=a&state=b', 'code=x']) expect(await acts.back.carryOut({ query, browserSecret: 'x', token: null })).toEqual({ ok: false, reason: 'start-again' });
  });

  it('idles out after 30 minutes, lasts 12 hours in use, and is written as seen once a minute', async () => {
    const token = await signedIn();
    world.clock.pass(30 * MINUTES - 1);
    expect(await who(token)).not.toBeNull();
    world.clock.pass(30 * MINUTES - 1);
    expect(await who(token)).not.toBeNull();
    world.clock.pass(30 * MINUTES);
    expect(await who(token)).toBeNull();
    const busy = await signedIn();
    for (let n = 0; n < 12 * 3 - 1; n += 1) {
      world.clock.pass(20 * MINUTES);
      expect(await who(busy)).not.toBeNull();
    }
    world.clock.pass(20 * MINUTES);
    expect(await who(busy)).toBeNull();
  });

  it('ends by its owner, by another of their sessions, and for a leaver', async () => {
    const [one, two] = [await signedIn(), await signedIn()];
    const oneself = (await who(two))!;
    await acts.own.endOthers(oneself);
    expect([await who(one), (await who(two)) !== null]).toEqual([null, true]);
    expect(await acts.own.end(oneself, 'unheard-of')).toEqual({ ok: false, code: 'not-found' });
    await acts.own.signOut(oneself);
    expect(await who(two)).toBeNull();
    expect(world.recordsSince(2).map(({ fields }) => fields['reason'])).toEqual(['ended-by-owner', 'signed-out']);
    const third = await signedIn();
    world.directory.members.set('police-a m1', { ...world.directory.members.get('police-a m1')!, until: world.clock.at.toISOString() });
    expect(await who(third)).toBeNull();
  });

  it('ends where the provider names sign-in and person, also where it was stored without the name of its sign-in', async () => {
    const [named, other] = [await signedIn(), (providers.says = { sid: 'sid-2' }, await signedIn())];
    providers.says = { sid: null };
    const unnamed = [await signedIn(), await signedIn()];
    const isIn = async (token: string): Promise<boolean> => (await who(token)) !== null;
    const before = world.recordsSince(0).length;
    providers.notice = { id: 'n1', agency: 'police-a', issuer: issuerOf('police-a'), subject: 's1', sid: 'sid-1', expiresAt: world.clock.at };
    expect(await acts.out.carryOut('x')).toBe(true);
    expect([await isIn(named), await isIn(unnamed[0]!), await isIn(unnamed[1]!), await isIn(other)]).toEqual([false, false, false, true]);
    expect(world.recordsSince(before).map(({ event, fields }) => [event, fields['reason']])).toEqual([['session.ended.v1', 'provider']]);
    // Of somebody else it ends none, named alike or not at all; and by the name alone only what bears it.
    providers.says = { sid: null };
    const again = await signedIn();
    providers.notice = { ...providers.notice, id: 'n2', subject: 'another', sid: 'sid-2' };
    expect([await acts.out.carryOut('x'), await isIn(other), await isIn(again)]).toEqual([true, true, true]);
    providers.notice = { ...providers.notice, id: 'n3', subject: null };
    expect([await acts.out.carryOut('x'), await isIn(other), await isIn(again)]).toEqual([true, false, true]);
  });

  it('ends where the provider says so, once for each notice', async () => {
    const token = await signedIn();
    const notice = { id: 'n1', agency: 'police-a', issuer: issuerOf('police-a'), subject: 's1', sid: 'sid-1', expiresAt: world.clock.at };
    providers.notice = { ...notice, subject: 'another' };
    expect([await acts.out.carryOut('x'), (await who(token)) !== null]).toEqual([true, true]);
    expect(await acts.out.carryOut('x')).toBe(false);
    providers.notice = { ...notice, id: 'n2' };
    expect([await acts.out.carryOut('x'), await who(token)]).toEqual([true, null]);
    providers.notice = null;
    expect(await acts.out.carryOut('x')).toBe(false);
    expect(world.recordsSince(0).map(({ event }) => event)).toEqual(['person.signed-in.v1', 'session.ended.v1']);
  });

  it('ends where the provider says so again because the store failed, and a notice that has ended it ends none that began later', async () => {
    for (const fault of ['not-persisted', 'persisted'] as const) {
      const token = await signedIn();
      providers.notice = { id: fault, agency: 'police-a', issuer: issuerOf('police-a'), subject: 's1', sid: 'sid-1', expiresAt: world.clock.at };
      const before = world.tables.audit.length;
      world.tables.failNext(fault);
      await expect(acts.out.carryOut('x')).rejects.toBeInstanceOf(StoreFault);
      await acts.out.carryOut('x');
      expect(await who(token)).toBeNull();
      expect(world.recordsSince(before).map(({ event }) => event)).toEqual(['session.ended.v1']);
      const later = await signedIn();
      expect([await acts.out.carryOut('x'), (await who(later)) !== null]).toEqual([false, true]);
    }
  });

  describe('again, for a step-up', () => {
    let token: string;
    const stepUp = async (more: Partial<ProviderIdentity> = {}, shown: string | null = token) => {
      const { session } = (await who(token))!;
      const { location, browserSecret } = valueOf(await acts.start.start(session, 'step-1'));
      providers.says = { authTime: world.clock.at, ...more };
      return acts.back.carryOut({ query: location.split('?')[1]!, browserSecret, token: shown });
    };
    beforeEach(async () => {
      token = await signedIn();
    });

    it('is granted to the same person who has just signed in, and gives the session its next token', async () => {
      expect(await stepUp()).toEqual({ ok: true, kind: 'person', token: 'the-next', again: true });
      expect(providers.asked.at(-1)).toEqual({ fresh: true });
      expect(granted).toMatchObject([{ stepUp: 'step-1', who: { issuer: issuerOf('police-a'), subject: 's1' }, proof: 'proof' }]);
    });

    it('is refused to another person, another browser, an older sign-in, and where it is not granted', async () => {
      const refused = { ok: false, reason: 'step-up-refused' };
      expect(await stepUp({ subject: 's2' })).toEqual(refused);
      expect(await stepUp({}, null)).toEqual(refused);
      expect(await stepUp({}, await signedIn())).toEqual(refused);
      expect(await stepUp({ authTime: null })).toEqual(refused);
      expect(await stepUp({ authTime: new Date(world.clock.at.getTime() - MINUTES - 1) })).toEqual(refused);
      expect(await stepUp({ authTime: new Date(world.clock.at.getTime() + 6_000) })).toEqual(refused);
      expect(granted).toEqual([]);
      mayStepUp = false;
      expect(await stepUp()).toEqual(refused);
    });

    it('is not offered to whom policy or the way they came in does not', async () => {
      const { session } = (await who(token))!;
      const other = beginSession({ kind: 'one-time-code', agency: 'police-a', member: 'm1' }, { at: world.clock.at, randomness: world.randomness, tokens: new StandInTokenHash() });
      for (const standing of [{ ...session, agency: 'school-b' }, { ...session, issuer: issuerOf('school-b') }, standingOf({ ...other.session, keyProvenAt: null }, other.session.tokenHash)]) {
        expect([acts.start.allowed(standing), await acts.start.start(standing, 'step-1')]).toEqual([false, { ok: false, code: 'not-found' }]);
      }
    });
  });
});
