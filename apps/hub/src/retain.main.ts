import { join } from 'node:path';
import { openKeyStore } from '@lateral/persistence/key-store';
import { SystemRandom, tlsUnder } from '@lateral/platform';
import { loadRetention } from '@lateral/platform/config';
import { RetainSettings } from './hub.settings.js';
import { operate } from './operator-command.js';
import { assertKeyStoreAddress } from './refuse-settings.js';
import { assertDatabase } from './refuse-to-start.js';
import { retain } from './retain.js';

// Says what the hub has kept for long enough or, told to, erases and deletes it, for good. There is no way back.
void operate('hub-retain', RetainSettings, async ({ settings, database, log }) => {
  assertKeyStoreAddress(settings);
  const schedule = await loadRetention(join(settings.HUB_CONFIG, 'retention'));
  const keyStore = await openKeyStore({ url: settings.HUB_KEY_STORE_URL.reveal(), ...tlsUnder(settings.HUB_KEY_STORE_CA), poolSize: 1, randomness: new SystemRandom() });
  try {
    await assertDatabase(database, settings.LATERAL_MODE);
    await assertDatabase(keyStore, settings.LATERAL_MODE);
    const carriesOut = settings.HUB_RETAIN === 'carry-out';
    return { mode: settings.HUB_RETAIN, count: await retain({ database, keyStore, schedule, clock: database.clock, log }, { holds: settings.HUB_RETAIN_HOLDS, carriesOut }) };
  } finally {
    await keyStore.close();
  }
});
