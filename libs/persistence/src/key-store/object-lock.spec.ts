import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { LOCK_BYTES, lockPart, unlockPart } from './object-lock.js';

const randomness = { bytes: (n: number): Uint8Array => randomBytes(n) };
const key = randomBytes(32);
const named = { object: 'o', part: 'content' };

describe('a locked part', () => {
  it('gives back what was locked, whatever it was, and is longer by a nonce and a tag', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
      const locked = lockPart(key, named, bytes, randomness);
      expect(locked).toHaveLength(bytes.length + LOCK_BYTES);
      expect(unlockPart(key, named, locked)).toEqual(Buffer.from(bytes));
    }));
  });

  it('opens with no other key, as no other part, of no other object, and with no bit changed', () => {
    const locked = lockPart(key, named, Buffer.from('sealed'), randomness);
    const changed = Buffer.from(locked);
    changed[LOCK_BYTES] = changed[LOCK_BYTES]! ^ 1;
    for (const attempt of [
      () => unlockPart(randomBytes(32), named, locked),
      () => unlockPart(key, { ...named, part: 'narrative' }, locked),
      () => unlockPart(key, { ...named, object: 'p' }, locked),
      () => unlockPart(key, named, changed),
      () => unlockPart(key, named, locked.subarray(0, LOCK_BYTES - 1)),
    ]) expect(attempt).toThrow();
  });
});
