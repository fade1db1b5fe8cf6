import { randomBytes, randomFillSync } from 'node:crypto';

/** Where randomness comes from: an argument everywhere. */
export interface Randomness {
  bytes(length: number): Uint8Array;
}

/** An act draws dozens of salts, nonces and ids of a few bytes each: asking for each by itself costs twenty times as much. */
const POOL_BYTES = 4_096;
const SMALL = 64;
const pool = new Uint8Array(POOL_BYTES);
let drawn = POOL_BYTES;

/** The operating system's generator. The only place in the product that reads it. */
export class SystemRandom implements Randomness {
  bytes(length: number): Uint8Array {
    if (length > SMALL) return new Uint8Array(randomBytes(length));
    if (drawn + length > POOL_BYTES) {
      randomFillSync(pool);
      drawn = 0;
    }
    const bytes = pool.slice(drawn, drawn + length);
    // What was given out may be a key: it is nowhere else afterwards, and never given twice.
    pool.fill(0, drawn, drawn + length);
    drawn += length;
    return bytes;
  }
}
