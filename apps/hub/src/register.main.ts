import { RegisterPartnership } from '@lateral/exchange';
import type { PartnershipRegistration } from '@lateral/contracts';
import { openHubDatabase } from '@lateral/persistence/hub';
import { createLogger, loadSettings, logRefusal, SystemRandom } from '@lateral/platform';
import { RootDirectoryVerifier } from './directory/trusted-directory.js';
import { RegisterSettings } from './hub.settings.js';
import { assertDatabase, HubRefused } from './refuse-to-start.js';

const log = createLogger({ app: 'hub-register' });

try {
  const settings = loadSettings(RegisterSettings);
  const database = await openHubDatabase({ url: settings.HUB_DATABASE_URL.reveal(), poolSize: 2, applicationName: 'lateral-hub-register' });
  try {
    await assertDatabase(database, settings.LATERAL_MODE);
    const register = new RegisterPartnership({ clock: database.clock, randomness: new SystemRandom(), directory: database.directory, verifier: new RootDirectoryVerifier() });
    const registered = await register.carryOut(JSON.parse(settings.HUB_REGISTRATION) as PartnershipRegistration, settings.ROOT_FINGERPRINT);
    if (!registered.ok) throw new HubRefused(registered.code);
    log.log('process.stopped', { code: registered.outcome });
  } finally {
    await database.close();
  }
} catch (error) {
  logRefusal(log, error);
  process.exitCode = 1;
}
