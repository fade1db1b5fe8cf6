import { createHash } from 'node:crypto';
import type { IdentityProviders, KnownProvider, LogoutNotice, ProviderIdentity, ProviderSecrets } from '@lateral/exchange';
import { createRemoteJWKSet, importJWK, type JWK, type JWTVerifyGetKey } from 'jose';
import * as openid from 'openid-client';
import type { ConfiguredProvider } from './provider-settings.js';
import { issuerOf, readLogoutToken } from './logout-token.js';

/** A provider's own description of itself is read anew after this. */
const DESCRIBED_MS = 60 * 60_000;
const TIMEOUT_S = 5;
/** What a step-up takes for fresh; the act looks at it again by the hub's own clock. */
const FRESH_S = 60;

/** A provider could not be asked, or what it says of itself makes no sense. */
export class ProviderAway extends Error {
  readonly kind = 'transient';
  constructor(options?: ErrorOptions) {
    super('a provider cannot be reached', options);
  }
}

export interface OpenIdSettings {
  providers: readonly ConfiguredProvider[];
  /** Private JWK (ES256) by which the hub proves itself to every provider (`private_key_jwt`). */
  key: JWK;
  /** Where providers send browsers back to. */
  callback: string;
  elapsedMs: () => number;
}

interface Described { configuration: openid.Configuration; keys: JWTVerifyGetKey; until: number }

/** Agencies' providers over openid-client: authorization code with PKCE, state, nonce and `iss`; the hub proves itself with a key. */
export class OpenIdProviders implements IdentityProviders {
  private readonly described = new Map<string, Promise<Described>>();

  constructor(private readonly settings: OpenIdSettings) {}

  list(): readonly KnownProvider[] {
    return this.settings.providers;
  }

  async location(agency: string, { state, nonce, verifier }: ProviderSecrets, { fresh }: { fresh: boolean }): Promise<string> {
    const { configuration } = await this.describe(agency);
    return openid.buildAuthorizationUrl(configuration, {
      redirect_uri: this.settings.callback, scope: 'openid', response_type: 'code', state, nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
      ...(fresh ? { max_age: '0', prompt: 'login' } : {}),
    }).href;
  }

  async identify(agency: string, query: string, { state, nonce, verifier }: ProviderSecrets, { fresh }: { fresh: boolean }): Promise<ProviderIdentity | null> {
    const { configuration } = await this.describe(agency);
    const { issuer } = this.of(agency);
    // Said by whoever sent the browser here; where a provider says it, it must be the one that was asked (RFC 9207).
    const said = new URLSearchParams(query).getAll('iss');
    if (said.some((iss) => iss !== issuer)) return null;
    try {
      const answer = await openid.authorizationCodeGrant(configuration, new URL(`${this.settings.callback}?${query}`), { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true, ...(fresh ? { maxAge: FRESH_S } : {}) });
      const claims = answer.claims();
      if (claims === undefined || answer.id_token === undefined || !isShort(claims.sub)) return null;
      const sid = claims['sid'];
      return {
        issuer: claims.iss, subject: claims.sub, sid: isShort(sid) ? sid : null, authTime: typeof claims.auth_time === 'number' ? new Date(claims.auth_time * 1000) : null,
        proof: createHash('sha256').update(answer.id_token).digest('base64url'),
      };
    } catch (error) {
      if (isAway(error)) throw new ProviderAway({ cause: error });
      return null;
    }
  }

  async readLogout(token: string, at: Date): Promise<LogoutNotice | null> {
    const issuer = issuerOf(token);
    const provider = this.settings.providers.find((known) => known.issuer === issuer);
    if (provider === undefined) return null;
    const { keys } = await this.describe(provider.agency);
    return readLogoutToken(token, { provider, keys, at });
  }

  private of(agency: string): ConfiguredProvider {
    const found = this.settings.providers.find((provider) => provider.agency === agency);
    if (found === undefined) throw new Error('an agency without a provider');
    return found;
  }

  /** Read once for all that ask meanwhile; a reading that failed is not kept. */
  private async describe(agency: string): Promise<Described> {
    const known = await this.described.get(agency)?.catch(() => undefined);
    if (known !== undefined && known.until > this.settings.elapsedMs()) return known;
    const reading = this.read(this.of(agency));
    this.described.set(agency, reading);
    return reading;
  }

  private async read({ issuer, clientId }: ConfiguredProvider): Promise<Described> {
    try {
      const key = await importJWK(this.settings.key, 'ES256') as CryptoKey;
      // Only an issuer on this machine, and never in production: provider-settings.ts refuses any other.
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that it stands out, and it should
      const insecure = new URL(issuer).protocol === 'http:' ? { execute: [openid.allowInsecureRequests] } : {};
      const auth = openid.PrivateKeyJwt(this.settings.key.kid === undefined ? key : { key, kid: this.settings.key.kid });
      const configuration = await openid.discovery(new URL(issuer), clientId, undefined, auth, { ...insecure, timeout: TIMEOUT_S });
      const { jwks_uri } = configuration.serverMetadata();
      if (jwks_uri === undefined) throw new Error('a provider without keys');
      return { configuration, keys: createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: TIMEOUT_S * 1000 }), until: this.settings.elapsedMs() + DESCRIBED_MS };
    } catch (error) {
      throw new ProviderAway({ cause: error });
    }
  }
}

function isShort(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 255;
}

// openid-client says with a code what an answer lacks; what has none is the network's, and so is a provider that is down.
function isAway(error: unknown): boolean {
  if (error instanceof openid.AuthorizationResponseError || error instanceof openid.ResponseBodyError || error instanceof openid.WWWAuthenticateChallengeError) return false;
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (code === 'OAUTH_TIMEOUT' || error instanceof TypeError && code === undefined) return true;
  return code === 'OAUTH_RESPONSE_IS_NOT_CONFORM' && cause instanceof Response && cause.status >= 500;
}
