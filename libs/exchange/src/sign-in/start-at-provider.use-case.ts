import { toBase64Url } from '@lateral/contracts';
import { refuse, done, type Result } from '../result.js';
import { isPersons } from './is-persons.js';
import type { Clock, Directory, IdentityProviders, KnownProvider, ProviderSecrets, ProviderTripStore, Randomness, SessionStanding, StepUpSignIn, TokenHash } from '../ports/index.js';

/** How long somebody may take at their provider. */
export const TRIP_MS = 10 * 60_000;

export interface StartAtProviderDeps {
  clock: Clock;
  randomness: Randomness;
  directory: Directory;
  providers: IdentityProviders;
  trips: ProviderTripStore;
  tokens: TokenHash;
}

/** Where to send the browser, and what to leave in a cookie of it meanwhile. */
export interface ProviderStart { location: string; browserSecret: string }

/**
 * Sends a browser to its agency's own provider. There is nothing to say but the agency: no address to return to, so none that leads
 * elsewhere. State, nonce and PKCE verifier are made of a secret that stays in the browser, of which the hub keeps a hash: neither a
 * thief of the table nor another browser can finish what this one began.
 */
export class StartAtProvider implements StepUpSignIn {
  constructor(private readonly deps: StartAtProviderDeps) {}

  /** Refused with `not-found` for an agency that has no provider here. Rejects where the provider cannot be reached. */
  signIn(agency: string): Promise<Result<ProviderStart>> {
    return this.begin(agency, null);
  }

  /** Whether policy lets a fresh sign-in stand in for a passkey in this session: one that came from the agency's provider. */
  allowed({ agency, issuer, kind }: SessionStanding): boolean {
    const provider = this.providerOf(agency);
    return isPersons({ kind }) && provider?.stepUp === true && provider.issuer === issuer;
  }

  /** A fresh sign-in in answer to a step-up of this session. Refused with `not-found` where that is not allowed. */
  async start(session: SessionStanding, stepUp: string): Promise<Result<ProviderStart>> {
    return this.allowed(session) ? this.begin(session.agency, { id: stepUp, session: session.id }) : refuse('not-found');
  }

  private async begin(agency: string, stepUp: { id: string; session: string } | null): Promise<Result<ProviderStart>> {
    const { clock, directory, providers, randomness, tokens, trips } = this.deps;
    const provider = this.providerOf(agency);
    if (provider === null || (await directory.view()).agency(agency) === null) return refuse('not-found');
    const at = await clock.now();
    const browserSecret = toBase64Url(randomness.bytes(32));
    const secrets = secretsOf(browserSecret, toBase64Url(randomness.bytes(32)), tokens);
    const location = await providers.location(agency, secrets, { fresh: stepUp !== null });
    await trips.begin({ stateHash: tokens.hash(secrets.state), browserHash: tokens.hash(browserSecret), agency, issuer: provider.issuer, stepUp, expiresAt: new Date(at.getTime() + TRIP_MS) });
    return done({ location, browserSecret });
  }

  private providerOf(agency: string): KnownProvider | null {
    return this.deps.providers.list().find((provider) => provider.agency === agency) ?? null;
  }
}

/** The same three from the same browser and state, when it returns. */
export function secretsOf(browserSecret: string, state: string, tokens: TokenHash): ProviderSecrets {
  const made = (what: string): string => toBase64Url(tokens.hash(`lateral/v1/sign-in-${what}\0${state}\0${browserSecret}`));
  return { state, nonce: made('nonce'), verifier: made('verifier') };
}
