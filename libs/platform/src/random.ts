import { randomBytes } from 'node:crypto';

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
