import { fingerprintOf, FULL_OPTIONS, readPublicKey, type PublicKey } from '../openpgp.js';
import type { SignerKey } from './verify-header.js';

const ED25519_LEGACY = 22;
const ED25519 = 27;

/**
 * What header verification needs of a member's OpenPGP public key (binary, or as already read). Null for a key that cannot
 * sign headers: not Ed25519, revoked, or without a valid self-signature at `at`. Costs a few signature checks: keep the result.
 */
export async function signerKeyOf(key: PublicKey | Uint8Array, at: Date): Promise<SignerKey | null> {
  try {
    const read = key instanceof Uint8Array ? await readPublicKey(key) : key;
    const signing = await read.getSigningKey(read.getKeyID(), at, undefined, FULL_OPTIONS);
    const publicKey = rawEd25519(read);
    if (publicKey === null || fingerprintOf(signing) !== fingerprintOf(read) || (await read.isRevoked(undefined, undefined, at, FULL_OPTIONS))) return null;
    const expires = await read.getExpirationTime(undefined, FULL_OPTIONS);
    return { fingerprint: fingerprintOf(read), publicKey, validFrom: read.getCreationTime(), validUntil: expires instanceof Date ? expires : null };
  } catch {
    return null;
  }
}

function rawEd25519(key: PublicKey): Uint8Array | null {
  const { algorithm, publicParams } = key.keyPacket;
  const { Q, A } = publicParams as { Q?: Uint8Array; A?: Uint8Array };
  // The older form prefixes the point with 0x40 (RFC 9580 section 11.2.2).
  if ((algorithm as number) === ED25519_LEGACY && Q?.length === 33 && Q[0] === 0x40) return Q.slice(1);
  return (algorithm as number) === ED25519 && A?.length === 32 ? A.slice() : null;
}
