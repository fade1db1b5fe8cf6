import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';

const ITERATIONS = 4096;
const BYTES = 32;

/**
 * What Postgres stores for a password (RFC 5802 and 7677, as PostgreSQL writes it). Made here, so that the password itself is in no
 * statement and no server's log. `password` in printable ASCII, which SASLprep leaves as it is; `salt` of 16 random bytes.
 */
export function scramVerifier(password: string, salt: Uint8Array): string {
  if (!/^[\x20-\x7e]+$/.test(password)) throw new RangeError('a password of other than printable ASCII');
  const salted = pbkdf2Sync(password, salt, ITERATIONS, BYTES, 'sha256');
  const keyed = (text: string): Buffer => createHmac('sha256', salted).update(text).digest();
  const storedKey = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${Buffer.from(salt).toString('base64')}$${storedKey}:${keyed('Server Key').toString('base64')}`;
}
