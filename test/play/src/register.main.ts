// Registers the partnership of one played case, in the time of the case.
import type { PartnershipRegistration } from '@lateral/contracts';
import { RegisterPartnership } from '@lateral/exchange';
import { RegisterSettings, RootDirectoryVerifier } from '@lateral/hub';
import { openHubDatabase } from '@lateral/persistence/hub';
import { createLogger, loadSettings, logRefusal, SystemRandom } from '@lateral/platform';
import { playClock } from './play-clock.settings.js';

const log = createLogger({ app: 'hub-register' });

try {
  const settings = loadSettings(RegisterSettings);
  const database = await openHubDatabase({ url: settings.HUB_DATABASE_URL.reveal(), poolSize: 2, applicationName: 'lateral-play-register' });
  try {
    const register = new RegisterPartnership({ clock: playClock(), randomness: new SystemRandom(), directory: database.directory, verifier: new RootDirectoryVerifier() });
    const registered = await register.carryOut(JSON.parse(settings.HUB_REGISTRATION) as PartnershipRegistration, settings.ROOT_FINGERPRINT);
    if (!registered.ok) throw new Error(registered.code);
    log.log('process.stopped', { code: registered.outcome });
  } finally {
    await database.close();
  }
} catch (error) {
  logRefusal(log, error);
  process.exitCode = 1;
}
