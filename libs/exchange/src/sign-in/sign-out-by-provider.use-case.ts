import { composeRecord } from '../compose-record.js';
import type { Clock, IdentityProviders, LogoutNotice, PersonStore, Randomness, SessionsFrom, SessionStore } from '../ports/index.js';

export interface SignOutByProviderDeps {
  clock: Clock;
  randomness: Randomness;
  providers: IdentityProviders;
  people: PersonStore;
  sessions: SessionStore;
}

/**
 * Somebody has signed out at their provider, or was signed out there, and it says so directly (OpenID Connect back-channel logout).
 * Ends the sessions of that one sign-in where it is named, and otherwise all that the person has from there. Where both are named, sessions
 * of that person that were stored without a name of the sign-in end as well: which sign-in they are of nobody can say.
 */
export class SignOutByProvider {
  constructor(private readonly deps: SignOutByProviderDeps) {}

  /** False for anything but a fresh logout token of a known provider. */
  async carryOut(token: string): Promise<boolean> {
    const { clock, people, providers, randomness, sessions } = this.deps;
    const at = await clock.now();
    const notice = await providers.readLogout(token, at);
    const of = notice === null ? null : namedBy(notice);
    if (notice === null || of === null) return false;
    const { issuer } = notice;
    const known = (await sessions.list(of, at)).find(({ member }) => member !== null);
    const person = known?.subject == null ? null : await people.byProvider(issuer, known.subject, at);
    const records = person === null ? [] : [composeRecord('session.ended.v1', { ...person, reason: 'provider' }, { at, randomness, parties: [person.agency] })];
    return sessions.endOnNotice(notice, of, records);
  }
}

function namedBy({ issuer, sid, subject }: LogoutNotice): SessionsFrom | null {
  if (subject === null) return sid === null ? null : { issuer, sid };
  return sid === null ? { issuer, subject } : { issuer, subject, sid };
}
