import { openHubDatabase } from '@lateral/persistence/hub';
import { createLogger, loadSettings, logRefusal, tlsUnder } from '@lateral/platform';
import { RegisterSettings } from './hub.settings.js';
import { assertDatabaseAddress } from './refuse-settings.js';
import { assertDatabase } from './refuse-to-start.js';
import { registerPartnership } from './register-partnership.js';

const log = createLogger({ app: 'hub-register' });

async function main(): Promise<void> {
  try {
    const settings = loadSettings(RegisterSettings);
    assertDatabaseAddress(settings);
    const database = await openHubDatabase({ url: settings.HUB_DATABASE_URL.reveal(), ...tlsUnder(settings.HUB_DATABASE_CA), poolSize: 2, applicationName: 'lateral-hub-register' });
    try {
      await assertDatabase(database, settings.LATERAL_MODE);
      const code = await registerPartnership(database, database.clock, { registration: settings.HUB_REGISTRATION, rootFingerprint: settings.ROOT_FINGERPRINT });
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
