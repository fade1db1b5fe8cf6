import { composeRecord } from '../compose-record.js';
import type { Clock, IdentityProviders, PersonStore, ProviderTripStore, Randomness, SessionStore } from '../ports/index.js';

export interface SignOutByProviderDeps {
  clock: Clock;
  randomness: Randomness;
  providers: IdentityProviders;
  trips: ProviderTripStore;
  people: PersonStore;
  sessions: SessionStore;
}

/**
 * Somebody has signed out at their provider, or was signed out there, and it says so directly (OpenID Connect back-channel logout).
 * Ends the sessions of that one sign-in where it is named, and otherwise all that the person has from there.
 */
export class SignOutByProvider {
  constructor(private readonly deps: SignOutByProviderDeps) {}

  /** False for anything but a fresh logout token of a known provider. */
  async carryOut(token: string): Promise<boolean> {
    const { clock, people, providers, randomness, sessions, trips } = this.deps;
    const at = await clock.now();
    const notice = await providers.readLogout(token, at);
    if (notice === null || !(await trips.spendLogout(notice))) return false;
    const { issuer, sid, subject } = notice;
    const of = sid !== null ? { issuer, sid } : subject !== null ? { issuer, subject } : null;
    if (of === null) return false;
    // A notice that names both is about that sign-in of that person and no other.
    const ending = (await sessions.list(of, at)).filter((session) => subject === null || session.subject === subject);
    const known = ending.find(({ member }) => member !== null);
    const person = known?.subject == null ? null : await people.byProvider(issuer, known.subject);
    const records = person === null ? [] : [composeRecord('session.ended.v1', { ...person, reason: 'provider' }, { at, randomness, parties: [person.agency] })];
    if (ending.length > 0) await sessions.end(of, {}, records);
    return true;
  }
}
