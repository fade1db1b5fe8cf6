import type { IdentityProviders, KeyProofStore, OneTimeCodeStore, OwnKeys, PersonStore, ProviderTripStore } from '@lateral/exchange';
import type { RateLimits } from '../http/rate-limits.js';

/** What people's signing in is put together from. */
export interface SignInParts {
  people: PersonStore;
  trips: ProviderTripStore;
  codes: OneTimeCodeStore;
  keyProofs: KeyProofStore;
  providers: IdentityProviders;
  ownKeys: OwnKeys;
  /** Where browsers reach this hub, and the pages of the desk where those are elsewhere. */
  origin: string;
  deskOrigin: string | null;
  /** How many proxies stand before the hub. */
  proxies: number;
  limits: RateLimits;
}
