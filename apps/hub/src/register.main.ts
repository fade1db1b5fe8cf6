import { RegisterSettings } from './hub.settings.js';
import { operate } from './operator-command.js';
import { assertKeyStoreAddress } from './refuse-settings.js';
import { assertDatabase } from './refuse-to-start.js';
import { registerPartnership } from './register-partnership.js';

void operate('hub-register', RegisterSettings, async ({ settings, database }) => {
  assertKeyStoreAddress(settings);
  await assertDatabase(database, settings.LATERAL_MODE);
  return { code: await registerPartnership(database, { clock: database.clock, address: settings, mark: settings.LATERAL_MODE }, { registration: settings.HUB_REGISTRATION, rootFingerprint: settings.ROOT_FINGERPRINT }) };
});
