import type { HubDatabase } from '@lateral/persistence/hub';
import { openKeyStore, type KeyStore } from '@lateral/persistence/key-store';
import { refusalOfMark, SystemRandom, tlsUnder, type InstallationMark } from '@lateral/platform';
import { HubRefused } from './refuse-to-start.js';

/** Brings the tables up to date and marks a fresh database. One that bears another mark is left as it is. So too for the key store. */
export async function migrateHub(database: Pick<HubDatabase | KeyStore, 'installation' | 'migrate'>, mark: InstallationMark): Promise<string[]> {
  const before = await database.installation.mark();
  if (before !== null && before !== mark) throw new HubRefused('database-marked-otherwise');
  const ran = await database.migrate();
  const refusal = refusalOfMark(mark, await database.installation.setMark(mark));
  if (refusal !== null) throw new HubRefused(refusal);
  return ran;
}

/** The same for the database of the objects' keys. */
export async function migrateKeyStore(url: string, mark: InstallationMark, ca?: string): Promise<string[]> {
  const keyStore = await openKeyStore({ url, ...tlsUnder(ca), poolSize: 1, randomness: new SystemRandom() });
  try {
    return await migrateHub(keyStore, mark);
  } finally {
    await keyStore.close();
  }
}
