import { fromBase64Url, toBase64Url } from '@lateral/contracts';
import { OPTIONS, fingerprintOf, readPublicKey, type PublicKey } from '../openpgp.js';
import { readPackets } from '../packets.js';

/** A v4 fingerprint as every document of ours writes it: 40 upper-case hex digits. A 16-digit key id is not one and is never accepted for one. */
export const FINGERPRINT = /^[0-9A-F]{40}$/;

/** base64url of a key's public part, whatever was given: a private key never leaves through here. */
export function publicKeyText(key: PublicKey): string {
  return toBase64Url(key.toPublic().write());
}

/**
 * The public key in a base64url text, or null for anything that is not exactly one: bytes that carry secret packets are
 * refused, so a private key that got into a directory by mistake is not put to use.
 */
export async function publicKeyFrom(text: string): Promise<PublicKey | null> {
  try {
    return await readPublicKey(fromBase64Url(text));
  } catch {
    return null;
  }
}

/**
 * Fingerprint of the encryption subkey that a sender uses at a time: the newest one that is valid then. Null when there
 * is none (all lapsed or revoked), which a sender has to tell its user.
 */
export async function encryptionEpoch(key: PublicKey, at: Date): Promise<string | null> {
  try {
    return fingerprintOf(await key.getEncryptionKey(undefined, at, undefined, OPTIONS));
  } catch {
    return null;
  }
}

const SECRET_PACKETS = new Set([5, 7]);

/** Whether these bytes are OpenPGP with a secret key or subkey packet in it (RFC 9580 section 5.5): what must never be published. */
export function holdsSecretKey(bytes: Uint8Array): boolean {
  return (readPackets(bytes) ?? []).some(({ tag }) => SECRET_PACKETS.has(tag));
}
