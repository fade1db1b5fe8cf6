/** An agency's own OpenID Connect provider. */
export interface KnownProvider {
  agency: string;
  issuer: string;
  /** Whether the agency's policy lets a fresh sign-in there stand in for a passkey. */
  stepUp: boolean;
}

/** What a start at a provider and the return from it must agree on. All three come from secrets of the one browser. */
export interface ProviderSecrets { state: string; nonce: string; verifier: string }

/** Who the provider says it was: checked in signature, issuer, audience, nonce and time. Nothing else of what it says is looked at. */
export interface ProviderIdentity {
  issuer: string;
  subject: string;
  sid: string | null;
  authTime: Date | null;
  /** base64url SHA-256 of the id token: that there was one, for the record of a step-up. */
  proof: string;
}

/** A provider's word that somebody has signed out there (back-channel logout). `id` is spent once. */
export interface LogoutNotice { id: string; agency: string; issuer: string; subject: string | null; sid: string | null; expiresAt: Date }

/** Speaks to agencies' providers. Rejects where one cannot be reached. */
export interface IdentityProviders {
  list(): readonly KnownProvider[];
  /** Where to send the browser: code flow, PKCE, scope `openid`. `fresh`: whoever is there signs in anew (`max_age=0`). */
  location(agency: string, secrets: ProviderSecrets, options: { fresh: boolean }): Promise<string>;
  /** Redeems an answer, given as the query it came with, at this agency's provider and no other. null where anything is wrong with it. */
  identify(agency: string, query: string, secrets: ProviderSecrets, options: { fresh: boolean }): Promise<ProviderIdentity | null>;
  /** null for anything but a logout token of a known provider that was made for this hub. */
  readLogout(token: string, at: Date): Promise<LogoutNotice | null>;
}

/** A browser that has gone to its provider and has not come back. Only hashes: who reads the table can finish nothing. */
export interface ProviderTrip {
  stateHash: Uint8Array;
  /** Of the secret in the cookie of the browser that went. */
  browserHash: Uint8Array;
  agency: string;
  issuer: string;
  /** Set where it went for a step-up: which, and in which session. */
  stepUp: { id: string; session: string } | null;
  expiresAt: Date;
}

export interface ProviderTripStore {
  begin(trip: ProviderTrip): Promise<void>;
  /** Takes it out: a state is good for one return, whatever comes of it. */
  take(stateHash: Uint8Array, at: Date): Promise<ProviderTrip | null>;
}
