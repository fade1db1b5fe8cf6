import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** Where randomness comes from: an argument everywhere. */
export interface Randomness {
  bytes(length: number): Uint8Array;
}

/** The operating system's generator. The only place in the product that reads it. */
export class SystemRandom implements Randomness {
  bytes(length: number): Uint8Array {
    return new Uint8Array(randomBytes(length));
  }
}

/**
 * A version 7 uuid (RFC 9562): 48 bits of the time in milliseconds, the rest random.
 * `randomBytes(n)` returns n bytes; ids made in the same millisecond have no order among themselves.
 */
export function uuid7(at: Date, randomBytes: (length: number) => Uint8Array): string {
  const random = randomBytes(16);
  if (random.length !== 16) throw new RangeError('a uuid needs 16 random bytes');
  const seq = ((random[6]! << 24) | (random[7]! << 16) | (random[8]! << 8) | random[9]!) >>> 0;
  return v7({ msecs: at.getTime(), random, seq });
}
