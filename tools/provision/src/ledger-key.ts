import { join } from 'node:path';
import type { Randomness } from '@lateral/platform';
import { ed25519Signer, formatVerifierKey } from '@lateral/tlog';
import { readIfThere, writePrivate } from './private-file.js';

/** Name of the ledger's key and origin of its checkpoints (C2SP: a schema-less URL). */
export const LEDGER_KEY_NAME = 'lateral.example/ledger';

/**
 * The ledger's signing key: a file of 32 raw bytes (Ed25519 seed). One that is there is kept, since the checkpoints it has
 * signed have to go on verifying. Returns its path and the C2SP verifier key that goes into the partnership file.
 */
export async function ledgerKey(folder: string, random: Randomness): Promise<{ path: string; verifierKey: string }> {
  const path = join(folder, 'ledger-signing.key');
  const found = await readIfThere(path);
  const seed = found ?? random.bytes(32);
  if (seed.length !== 32) throw new Error('the ledger signing key file is not 32 bytes');
  if (found === null) await writePrivate(path, seed);
  return { path, verifierKey: formatVerifierKey(ed25519Signer(LEDGER_KEY_NAME, seed).key) };
}
