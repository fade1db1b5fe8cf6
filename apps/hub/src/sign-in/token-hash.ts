import { createHash } from 'node:crypto';
import type { TokenHash } from '@lateral/exchange';

/** A token is 256 random bits, so its plain SHA-256 tells a thief of the database nothing. */
export class Sha256TokenHash implements TokenHash {
  hash(token: string): Uint8Array {
    return createHash('sha256').update(token).digest();
  }
}
