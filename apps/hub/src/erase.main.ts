import { EraseCheck } from '@lateral/exchange';
import { openHubDatabase } from '@lateral/persistence/hub';
import { openKeyStore } from '@lateral/persistence/key-store';
import { createLogger, loadSettings, logRefusal, SystemRandom, tlsUnder } from '@lateral/platform';
import { EraseSettings } from './hub.settings.js';
import { assertDatabaseAddress, assertKeyStoreAddress } from './refuse-settings.js';
import { assertDatabase, HubRefused } from './refuse-to-start.js';

const log = createLogger({ app: 'hub-erase' });

/** An operator's command: makes what was sealed in a check that has ended unreadable, for good. There is no way back. */
async function main(): Promise<void> {
  try {
    const settings = loadSettings(EraseSettings);
    assertDatabaseAddress(settings);
    assertKeyStoreAddress(settings);
    const randomness = new SystemRandom();
    const database = await openHubDatabase({ url: settings.HUB_DATABASE_URL.reveal(), ...tlsUnder(settings.HUB_DATABASE_CA), poolSize: 2, applicationName: 'lateral-hub-erase' });
    try {
      const keyStore = await openKeyStore({ url: settings.HUB_KEY_STORE_URL.reveal(), ...tlsUnder(settings.HUB_KEY_STORE_CA), poolSize: 1, randomness });
      try {
        await assertDatabase(database, settings.LATERAL_MODE);
        await assertDatabase(keyStore, settings.LATERAL_MODE);
        const { clock, checks, erasures } = database;
        const erased = await new EraseCheck({ clock, randomness, checks, erasures, keys: keyStore.keys }).carryOut(settings.HUB_ERASE_CHECK);
        if (!erased.ok) throw new HubRefused(erased.code);
        log.log('process.stopped', { count: erased.value.objects });
      } finally {
        await keyStore.close();
      }
    } finally {
      await database.close();
    }
  } catch (error) {
    logRefusal(log, error);
    process.exitCode = 1;
  }
}

void main();
