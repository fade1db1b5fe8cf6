import { Buffer } from 'node:buffer';
import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Randomness } from '@lateral/exchange';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** By how much a locked part is longer than what it holds. */
export const LOCK_BYTES = NONCE_BYTES + TAG_BYTES;

/**
 * Locks bytes that are ciphertext already: AES-256-GCM under the object's own key, a random nonce in front, the tag behind. `part`
 * (`content`, `chunk 3`) is authenticated, so that no part can be put in the place of another.
 */
export function lockPart(key: Uint8Array, { object, part }: { object: string; part: string }, bytes: Uint8Array, randomness: Randomness): Buffer {
  const nonce = randomness.bytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(partName(object, part));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** Throws where the key is another's, or the bytes are not what was locked as this part of this object. */
export function unlockPart(key: Uint8Array, { object, part }: { object: string; part: string }, locked: Uint8Array): Buffer {
  if (locked.length < LOCK_BYTES) throw new Error('a locked part is cut short');
  const decipher = createDecipheriv('aes-256-gcm', key, locked.subarray(0, NONCE_BYTES)).setAAD(partName(object, part)).setAuthTag(locked.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(locked.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
}

function partName(object: string, part: string): Buffer {
  return Buffer.from(`lateral/v1/object\0${object}\0${part}`);
}
