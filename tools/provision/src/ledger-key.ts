import { join } from 'node:path';
import type { Randomness } from '@lateral/platform';
import { ed25519Signer, formatVerifierKey } from '@lateral/tlog';
import { readIfThere, writePrivate } from './private-file.js';

/** Name of the ledger's key and origin of its checkpoints (C2SP: a schema-less URL). */
export const LEDGER_KEY_NAME = 'lateral.example/ledger';

/** The log of key facts is a ledger of its own, with its own origin. */
export const KEY_LOG_NAME = 'lateral.example/ledger/keys';

/** Path of a signing key and the C2SP verifier key that goes into the partnership file. */
export interface LogKey { path: string; verifierKey: string }

/**
 * The ledger's signing key: a file of 32 raw bytes (Ed25519 seed). One that is there is kept, since the checkpoints it has
 * signed have to go on verifying.
 */
export function ledgerKey(folder: string, random: Randomness): Promise<LogKey> {
  return logKey(join(folder, 'ledger-signing.key'), LEDGER_KEY_NAME, random);
}

/** The signing key of the log of key facts, kept in the same way beside the ledger's. */
export function keyLogKey(folder: string, random: Randomness): Promise<LogKey> {
  return logKey(join(folder, 'key-log-signing.key'), KEY_LOG_NAME, random);
}

async function logKey(path: string, name: string, random: Randomness): Promise<LogKey> {
  const found = await readIfThere(path);
  const seed = found ?? random.bytes(32);
  if (seed.length !== 32) throw new Error('a log signing key file is not 32 bytes');
  if (found === null) await writePrivate(path, seed);
  return { path, verifierKey: formatVerifierKey(ed25519Signer(name, seed).key) };
}
