import type { HubDatabase } from '@lateral/persistence/hub';
import { refusalOfMark, type InstallationMark } from '@lateral/platform';
import { HubRefused } from './refuse-to-start.js';

/** Brings the tables up to date and marks a fresh database. One that bears another mark is left as it is. */
export async function migrateHub(database: HubDatabase, mark: InstallationMark): Promise<string[]> {
  const before = await database.installation.mark();
  if (before !== null && before !== mark) throw new HubRefused('database-marked-otherwise');
  const ran = await database.migrate();
  const refusal = refusalOfMark(mark, await database.installation.setMark(mark));
  if (refusal !== null) throw new HubRefused(refusal);
  return ran;
}
