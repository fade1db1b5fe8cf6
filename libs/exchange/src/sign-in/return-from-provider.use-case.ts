import { toBase64Url, type SessionKind } from '@lateral/contracts';
import { composeRecord } from '../compose-record.js';
import { isPersons } from './is-persons.js';
import type { Clock, Directory, IdentityProviders, PersonStore, ProviderIdentity, ProviderTrip, ProviderTripStore, Randomness, SessionStore, StepUpGrants, TokenHash } from '../ports/index.js';
import { standingOf } from './authenticate.use-case.js';
import { beginSession } from './new-session.js';
import { isMemberAt } from './sign-in.use-case.js';
import { secretsOf } from './start-at-provider.use-case.js';

/** A step-up needs that the person signed in at the provider no longer ago than this. */
const FRESH_MS = 60_000;
const CLOCKS_APART_MS = 5_000;

export interface ReturnFromProviderDeps {
  clock: Clock;
  randomness: Randomness;
  directory: Directory;
  providers: IdentityProviders;
  trips: ProviderTripStore;
  tokens: TokenHash;
  people: PersonStore;
  sessions: SessionStore;
  grants: StepUpGrants;
}

/** What a browser brings back: the query it came with, what its cookie of the start holds, and the token of its session, if it has one. */
export interface ProviderReturn { query: string; browserSecret: string | null; token: string | null }

/** `start-again`: nothing is known of a start in this browser. `refused`: of what the provider or the browser said, something did not hold. */
/** `again`: they were signed in already, and have shown that it is still they. */
export type Returned = { ok: true; kind: SessionKind; token: string; again: boolean } | { ok: false; reason: 'start-again' | 'refused' | 'step-up-refused' };

/**
 * The way back. The state is spent whatever comes of it, belongs to one browser, and names the one provider at which the answer is
 * redeemed: another provider's answer, another browser's and a second use of the same one come to nothing.
 */
export class ReturnFromProvider {
  constructor(private readonly deps: ReturnFromProviderDeps) {}

  /** Rejects where the provider cannot be reached; the start is spent all the same. */
  async carryOut({ query, browserSecret, token }: ProviderReturn): Promise<Returned> {
    const { clock, directory, providers, tokens, trips } = this.deps;
    const at = await clock.now();
    const states = new URLSearchParams(query).getAll('state');
    const [state] = states;
    if (state === undefined || states.length !== 1) return { ok: false, reason: 'start-again' };
    const trip = await trips.take(tokens.hash(state), at);
    if (trip === null || browserSecret === null || toBase64Url(tokens.hash(browserSecret)) !== toBase64Url(trip.browserHash)) return { ok: false, reason: 'start-again' };
    const provider = providers.list().find(({ agency }) => agency === trip.agency);
    if (provider?.issuer !== trip.issuer || (await directory.view()).agency(trip.agency) === null) return { ok: false, reason: 'refused' };
    const identity = await providers.identify(trip.agency, query, secretsOf(browserSecret, state, tokens), { fresh: trip.stepUp !== null });
    if (identity === null || identity.issuer !== trip.issuer) return { ok: false, reason: 'refused' };
    return trip.stepUp === null ? this.signIn(trip, identity, at) : this.stepUp(trip.stepUp, identity, token, at);
  }

  private async signIn({ agency }: ProviderTrip, { issuer, subject, sid }: ProviderIdentity, at: Date): Promise<Returned> {
    const { directory, people, randomness, sessions, tokens } = this.deps;
    const person = await people.byProvider(issuer, subject, at);
    // Their sign-in belongs to another agency: an agency's provider speaks for its own people only.
    if (person !== null && person.agency !== agency) return { ok: false, reason: 'refused' };
    const known = person === null ? null : (await directory.view()).member(agency, person.member);
    const member = person?.member ?? null;
    // Whoever was invited and stands in no roster yet, or in none any more, is a newcomer still.
    const kind = known !== null && isMemberAt(known, at) ? 'person' : 'newcomer';
    const { token, session } = beginSession({ kind, agency, member, issuer, subject, sid }, { at, randomness, tokens });
    await sessions.start(session, kind === 'newcomer' || member === null ? [] : [composeRecord('person.signed-in.v1', { agency, member }, { at, randomness, parties: [agency] })]);
    return { ok: true, kind, token, again: false };
  }

  private async stepUp(waiting: { id: string; session: string }, { issuer, subject, authTime, proof }: ProviderIdentity, shown: string | null, at: Date): Promise<Returned> {
    const { grants, sessions, tokens } = this.deps;
    const refused: Returned = { ok: false, reason: 'step-up-refused' };
    const tokenHash = tokens.hash(shown ?? '');
    const session = shown === null ? null : await sessions.find(tokenHash, at);
    if (session === null || !isPersons(session) || session.id !== waiting.session || session.issuer !== issuer || session.subject !== subject) return refused;
    if (authTime === null || at.getTime() - authTime.getTime() > FRESH_MS || authTime.getTime() - at.getTime() > CLOCKS_APART_MS) return refused;
    const granted = await grants.grantByProvider({ stepUp: waiting.id, session: standingOf(session, tokenHash), who: { issuer, subject }, authenticatedAt: authTime, proof });
    return granted.ok ? { ok: true, kind: session.kind, token: granted.value.token, again: true } : refused;
  }
}
