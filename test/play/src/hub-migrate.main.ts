// Migrates the hub's database of one played case and marks it `play`; its months are made for the time of the case.
import { HubMigrationSettings, migrateHub, migrateKeyStore } from '@lateral/hub';
import { openHubDatabase } from '@lateral/persistence/hub';
import { createLogger, loadSettings, logRefusal } from '@lateral/platform';
import { playClock } from './play-clock.settings.js';

const log = createLogger({ app: 'hub-migrate' });

async function main(): Promise<void> {
  try {
    const settings = loadSettings(HubMigrationSettings);
    const database = await openHubDatabase({ url: settings.HUB_DATABASE_URL.reveal(), poolSize: 2, applicationName: 'lateral-play-migrate' });
    try {
      const ran = [...await migrateHub(database, 'play'), ...await migrateKeyStore(settings.HUB_KEY_STORE_URL.reveal(), 'play')];
      await database.upkeep.ensurePartitions(playClock().read());
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
