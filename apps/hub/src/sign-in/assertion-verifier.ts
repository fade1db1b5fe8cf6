import type { AssertionVerifier } from '@lateral/exchange';
import { ed25519Key } from '@lateral/platform';
import { decodeJwt, jwtVerify } from 'jose';

const LONGEST_LIFE_S = 120;
const SUBJECT = /^([A-Za-z0-9][A-Za-z0-9._-]{0,63})@([A-Za-z0-9][A-Za-z0-9._-]{0,63})$/;
const ASSERTION_ID = /^[A-Za-z0-9._~-]{16,100}$/;

/** Signed assertions in the manner of RFC 7523, checked with jose. Fixed algorithm: what the token's header asks for is not obeyed. */
export class JoseAssertionVerifier implements AssertionVerifier {
  claimant(assertion: string): { agency: string; member: string } | null {
    try {
      return parsedSubject(decodeJwt(assertion).sub);
    } catch {
      return null;
    }
  }

  async verify(assertion: string, publicKey: Uint8Array, audience: string, at: Date): Promise<{ id: string; expiresAt: Date } | null> {
    try {
      const { payload } = await jwtVerify(assertion, ed25519Key(publicKey), {
        algorithms: ['EdDSA'], audience, currentDate: at, clockTolerance: 5, requiredClaims: ['iss', 'sub', 'aud', 'jti', 'iat', 'exp'],
      });
      const { iss, sub, aud, jti, iat, exp } = payload;
      // One audience and one only: an assertion that was also meant for somebody else could be replayed by them.
      const isWhole = iss === sub && parsedSubject(sub) !== null && aud === audience && typeof jti === 'string' && ASSERTION_ID.test(jti)
        && exp! > iat! && exp! - iat! <= LONGEST_LIFE_S && iat! * 1000 <= at.getTime() + 5_000;
      return isWhole ? { id: jti, expiresAt: new Date((exp! + 5) * 1000) } : null;
    } catch {
      return null;
    }
  }
}

function parsedSubject(subject: unknown): { agency: string; member: string } | null {
  const parts = typeof subject === 'string' ? SUBJECT.exec(subject) : null;
  return parts === null ? null : { member: parts[1]!, agency: parts[2]! };
}
