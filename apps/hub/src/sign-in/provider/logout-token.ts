import type { LogoutNotice } from '@lateral/exchange';
import { decodeJwt, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { JOSEError } from 'jose/errors';
import type { ConfiguredProvider } from './provider-settings.js';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** Signatures only: a token that says `none`, or one made with a shared secret, is nobody's word. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
/** For how long after it was made one is taken, and how far clocks may be apart. */
const OLDEST_S = 5 * 60;
const CLOCKS_APART_S = 30;
const KNOWN_TYPES = new Set([undefined, 'logout+jwt', 'JWT']);

/** Whose token it says it is, unverified: only good for finding the keys to verify it with. */
export function issuerOf(token: string): string | null {
  try {
    return decodeJwt(token).iss ?? null;
  } catch {
    return null;
  }
}

/**
 * Verifies a logout token (OpenID Connect Back-Channel Logout 1.0, 2.6). An id token is none: that has a nonce and no such event.
 * null on any fault; rejects where the provider's keys cannot be had.
 */
export async function readLogoutToken(token: string, { at, keys, provider: { agency, clientId, issuer } }: { provider: ConfiguredProvider; keys: JWTVerifyGetKey; at: Date }): Promise<LogoutNotice | null> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys, { algorithms: ALGORITHMS, issuer, audience: clientId, currentDate: at, clockTolerance: CLOCKS_APART_S, maxTokenAge: OLDEST_S, requiredClaims: ['iat', 'jti', 'events'] });
    const { events, exp, iat, jti, nonce, sid, sub } = payload;
    const isLogout = typeof events === 'object' && events !== null && typeof (events as Record<string, unknown>)[EVENT] === 'object';
    if (!isLogout || nonce !== undefined || !KNOWN_TYPES.has(protectedHeader.typ) || !isText(jti) || (!isText(sub) && !isText(sid))) return null;
    const until = Math.max(exp ?? 0, iat! + OLDEST_S) + CLOCKS_APART_S;
    return { id: jti, agency, issuer, subject: isText(sub) ? sub : null, sid: isText(sid) ? sid : null, expiresAt: new Date(until * 1000) };
  } catch (error) {
    if (error instanceof JOSEError && error.code !== 'ERR_JWKS_TIMEOUT' && error.code !== 'ERR_JOSE_GENERIC') return null;
    throw error;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 255;
}
