import { EndIncident } from '@lateral/exchange';
import { openHubDatabase } from '@lateral/persistence/hub';
import { createLogger, loadSettings, logRefusal, SystemRandom, tlsUnder } from '@lateral/platform';
import { HubDatabaseSettings } from './hub.settings.js';
import { assertDatabaseAddress } from './refuse-settings.js';
import { assertDatabase } from './refuse-to-start.js';

const log = createLogger({ app: 'hub-end-incident' });

/** An operator's command: ends the incident `ledger-untrue`, which nothing else does. */
async function main(): Promise<void> {
  try {
    const settings = loadSettings(HubDatabaseSettings);
    assertDatabaseAddress(settings);
    const database = await openHubDatabase({ url: settings.HUB_DATABASE_URL.reveal(), ...tlsUnder(settings.HUB_DATABASE_CA), poolSize: 2, applicationName: 'lateral-hub-end-incident' });
    try {
      await assertDatabase(database, settings.LATERAL_MODE);
      const code = await new EndIncident({ clock: database.clock, randomness: new SystemRandom(), incidents: database.incidents }).carryOut();
      log.log('process.stopped', { code });
    } finally {
      await database.close();
    }
  } catch (error) {
    logRefusal(log, error);
    process.exitCode = 1;
  }
}

void main();
