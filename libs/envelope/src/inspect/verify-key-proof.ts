import { digestOf, fromBase64Url, type KeyProof } from '@lateral/contracts';
import { verifyDetached } from '../openpgp.js';
import { publicKeyFrom } from '../keys/public-key.js';
import { documentBytes, documentNotation } from '../keys/signed-document.js';
import { signerKeyOf } from './signer-key.js';
import { isNear } from './verify-header.js';

/**
 * Whether this is a signature by that key, valid at `at`, over exactly this proof, made about then. `key` is the member's public key as a
 * roster has it, base64url; `fingerprint` what the roster says of it. False for whatever is not.
 */
export async function isKeyProof(proof: KeyProof, signature: string, { key: text, fingerprint, at }: { key: string; fingerprint: string; at: Date }): Promise<boolean> {
  const [key, bytes] = [await publicKeyFrom(text), bytesOrNull(signature)];
  const signer = key === null || bytes === null ? null : await signerKeyOf(key, at);
  if (key === null || bytes === null || signer?.fingerprint !== fingerprint) return false;
  if (at < signer.validFrom || (signer.validUntil !== null && at >= signer.validUntil)) return false;
  const verified = await verifyDetached(documentBytes('key-proof', proof), bytes, [key], documentNotation(digestOf('key-proof', proof)));
  return verified.ok && verified.signer === fingerprint && isNear(verified.created, at);
}

function bytesOrNull(text: string): Uint8Array | null {
  try {
    return fromBase64Url(text);
  } catch {
    return null;
  }
}
