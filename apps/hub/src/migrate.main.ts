import { openHubDatabase } from '@lateral/persistence/hub';
import { createLogger, loadSettings, logRefusal, tlsUnder } from '@lateral/platform';
import { HubMigrationSettings } from './hub.settings.js';
import { migrateHub, migrateKeyStore } from './migrate-hub.js';
import { assertDatabaseAddress, assertKeyStoreAddress } from './refuse-settings.js';

const log = createLogger({ app: 'hub-migrate' });

async function main(): Promise<void> {
  try {
    const settings = loadSettings(HubMigrationSettings);
    assertDatabaseAddress(settings);
    assertKeyStoreAddress(settings);
    const database = await openHubDatabase({ url: settings.HUB_DATABASE_URL.reveal(), ...tlsUnder(settings.HUB_DATABASE_CA), poolSize: 2, applicationName: 'lateral-hub-migrate' });
    try {
      const ran = [...await migrateHub(database, settings.LATERAL_MODE), ...await migrateKeyStore(settings.HUB_KEY_STORE_URL.reveal(), settings.LATERAL_MODE, settings.HUB_KEY_STORE_CA)];
      for (const version of ran) log.log('migration.ran', { version });
      log.log('process.stopped', { count: ran.length });
    } finally {
      await database.close();
    }
  } catch (error) {
    logRefusal(log, error);
    process.exitCode = 1;
  }
}

void main();
