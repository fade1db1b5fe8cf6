import { ed25519 } from '@noble/curves/ed25519.js';
import { cosignedMessage, splitCosignature } from './cosignature.js';
import type { NoteSigner, NoteVerifier } from './signed-note.js';
import { parseVerifierKey, SIGNATURE_TYPES, verifierKey, type SignatureType, type VerifierKey } from './verifier-key.js';

/** Whether that key signed that message: RFC 8032 to the letter, refusing second spellings of one signature. Never throws. */
export function verifyEd25519(message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== 64 || publicKey.length !== 32) return false;
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    // Bytes that are no point of the curve: not a signature of anybody.
    return false;
  }
}

/** Verifier for a key of either type. `verify` of a cosignature checks the time it carries along with the text. Where a faster Ed25519 is at hand, it judges. */
export function noteVerifier({ name, keyId, type, publicKey }: VerifierKey, judges = verifyEd25519): NoteVerifier {
  if (type === SIGNATURE_TYPES.ed25519) {
    return { name, keyId, verify: (text, signature) => judges(text, signature, publicKey) };
  }
  return {
    name,
    keyId,
    verify: (text, signature) => {
      const parts = splitCosignature(signature);
      return parts !== null && judges(cosignedMessage(text, parts.time), parts.signature, publicKey);
    },
  };
}

/** Verifier from a verifier key as text, of the type asked for; null where it is not one. */
export function noteVerifierOf(vkey: string, type: SignatureType, judges = verifyEd25519): NoteVerifier | null {
  const key = parseVerifierKey(vkey);
  return key?.type === type ? noteVerifier(key, judges) : null;
}

/** Signer and verifier key from a raw 32-byte Ed25519 secret key. For `cosign` the type is `SIGNATURE_TYPES.cosignature`. */
export function ed25519Signer(name: string, secretKey: Uint8Array, type: SignatureType = SIGNATURE_TYPES.ed25519): NoteSigner & { key: VerifierKey } {
  const key = verifierKey(name, type, ed25519.getPublicKey(secretKey));
  return { name, keyId: key.keyId, key, sign: (message) => ed25519.sign(message, secretKey) };
}
