import { openHubDatabase, type HubDatabase } from '@lateral/persistence/hub';
import { createLogger, loadSettings, logRefusal, tlsUnder, type Logger } from '@lateral/platform';
import type { HubDatabaseSettings } from './hub.settings.js';
import { assertDatabaseAddress } from './refuse-settings.js';

export interface AtDatabase<S> { settings: Readonly<S>; database: HubDatabase; log: Logger }

/**
 * An operator's command at the hub's database: settings are read and refused, the database is opened and closed again, and what `act`
 * says of itself is the last line of the log. Whatever stops it is logged by its code and ends the process with 1.
 */
export async function operate<S extends HubDatabaseSettings>(app: string, Settings: new () => S, act: (at: AtDatabase<S>) => Promise<Parameters<Logger['log']>[1]>): Promise<void> {
  const log = createLogger({ app });
  try {
    const settings = loadSettings(Settings);
    assertDatabaseAddress(settings);
    const database = await openHubDatabase({ url: settings.HUB_DATABASE_URL.reveal(), ...tlsUnder(settings.HUB_DATABASE_CA), poolSize: 2, applicationName: `lateral-${app}` });
    try {
      log.log('process.stopped', await act({ settings, database, log }));
    } finally {
      await database.close();
    }
  } catch (error) {
    logRefusal(log, error);
    process.exitCode = 1;
  }
}
