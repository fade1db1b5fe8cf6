// Registers the partnership of one played case, in the time of the case.
import { registerPartnership, RegisterSettings } from '@lateral/hub';
import { openHubDatabase } from '@lateral/persistence/hub';
import { createLogger, loadSettings, logRefusal } from '@lateral/platform';
import { playClock } from './play-clock.settings.js';

const log = createLogger({ app: 'hub-register' });

async function main(): Promise<void> {
  try {
    const settings = loadSettings(RegisterSettings);
    const database = await openHubDatabase({ url: settings.HUB_DATABASE_URL.reveal(), poolSize: 2, applicationName: 'lateral-play-register' });
    try {
      const code = await registerPartnership(database, playClock(), { registration: settings.HUB_REGISTRATION, rootFingerprint: settings.ROOT_FINGERPRINT });
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
