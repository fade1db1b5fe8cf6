import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { nodeEd25519 } from '@lateral/platform';
import type { NoteSigner, NoteVerifier, VerifierKey } from '@lateral/tlog';
import { SIGNATURE_TYPES, noteVerifier, verifierKey } from '@lateral/tlog';

/** The log's key: signs checkpoints, and verifies those an earlier process signed. */
export interface LogSigner extends NoteSigner {
  key: VerifierKey;
  verifier: NoteVerifier;
}

// Everything of a PKCS #8 Ed25519 key but its 32 secret bytes (RFC 8410 section 7).
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * A signer from 32 secret bytes, as they are or in base64, or from PEM. Throws on any other key, showing nothing of it.
 * @param origin the log's name, which is also its key's
 */
export function logSigner(origin: string, secret: Uint8Array): LogSigner {
  const privateKey = readKey(secret);
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  const key = verifierKey(origin, SIGNATURE_TYPES.ed25519, new Uint8Array(Buffer.from(x!, 'base64url')));
  return {
    name: key.name,
    keyId: key.keyId,
    key,
    verifier: noteVerifier(key, nodeEd25519),
    sign: (message) => new Uint8Array(sign(null, message, privateKey)),
  };
}

function readKey(secret: Uint8Array): KeyObject {
  try {
    const text = Buffer.from(secret).toString('latin1').trim();
    const key = text.startsWith('-----BEGIN') ? createPrivateKey(text) : createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seedOf(secret, text)]), format: 'der', type: 'pkcs8' });
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Falls through: the reason could quote the key.
  }
  throw new Error('the log signing key is not an Ed25519 key of 32 bytes, in base64 or in PEM');
}

function seedOf(secret: Uint8Array, text: string): Uint8Array {
  const seed = secret.length === 32 ? secret : Buffer.from(text, 'base64');
  if (seed.length !== 32) throw new RangeError('not 32 bytes');
  return seed;
}
