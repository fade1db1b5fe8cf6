import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64, toBase64 } from './base64.js';

/** Signature types of C2SP signed-note that we speak: a plain Ed25519 signature, and a timestamped cosignature. */
export const SIGNATURE_TYPES = { ed25519: 0x01, cosignature: 0x04 } as const;
export type SignatureType = (typeof SIGNATURE_TYPES)[keyof typeof SIGNATURE_TYPES];

/** Public half of a key that signs notes. `keyId` is an unsigned 32-bit number; it names a key and proves nothing. */
export interface VerifierKey {
  name: string;
  keyId: number;
  type: SignatureType;
  /** Raw Ed25519 public key, 32 bytes. */
  publicKey: Uint8Array;
}

/** Whether a key may be so called: not empty, no white space, no plus, nothing that UTF-8 cannot say. */
export function isKeyName(name: string): boolean {
  return /^[^\p{White_Space}\p{Cc}\p{Cs}+]+$/u.test(name);
}

/** First four bytes of SHA-256 over name, newline, type and public key, as a big-endian number (C2SP signed-note). */
export function noteKeyId(name: string, type: SignatureType, publicKey: Uint8Array): number {
  const digest = sha256(concatBytes(utf8ToBytes(`${name}\n`), Uint8Array.of(type), publicKey));
  return readKeyId(digest);
}

/** The big-endian number in the first four bytes. */
export function readKeyId(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
}

/** Four bytes, big-endian. */
export function keyIdBytes(keyId: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, keyId);
  return bytes;
}

/** A verifier key from its parts. Throws a RangeError on a bad name or length: these come from us. */
export function verifierKey(name: string, type: SignatureType, publicKey: Uint8Array): VerifierKey {
  if (!isKeyName(name)) throw new RangeError('not a key name');
  if (publicKey.length !== 32) throw new RangeError('an Ed25519 public key is 32 bytes');
  return { name, type, publicKey, keyId: noteKeyId(name, type, publicKey) };
}

/** `name+keyid+base64(type and public key)`. */
export function formatVerifierKey({ name, keyId, type, publicKey }: VerifierKey): string {
  return `${name}+${bytesToHex(keyIdBytes(keyId))}+${toBase64(concatBytes(Uint8Array.of(type), publicKey))}`;
}

/** Reads a verifier key; null where it is malformed, of a type we do not speak, or its key id is not that of its key. */
export function parseVerifierKey(text: string): VerifierKey | null {
  const match = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(text);
  if (!match || !isKeyName(match[1]!)) return null;
  const material = fromBase64(match[3]!);
  if (material?.length !== 33) return null;
  const type = Object.values(SIGNATURE_TYPES).find((known) => known === material[0]);
  if (type === undefined) return null;
  const key = verifierKey(match[1]!, type, material.slice(1));
  return key.keyId === Number.parseInt(match[2]!, 16) ? key : null;
}
