import { EraseCheck } from '@lateral/exchange';
import { openKeyStore } from '@lateral/persistence/key-store';
import { SystemRandom, tlsUnder } from '@lateral/platform';
import { EraseSettings } from './hub.settings.js';
import { operate } from './operator-command.js';
import { assertKeyStoreAddress } from './refuse-settings.js';
import { assertDatabase, HubRefused } from './refuse-to-start.js';

// Makes what was sealed in a check that has ended unreadable, for good. There is no way back.
void operate('hub-erase', EraseSettings, async ({ settings, database }) => {
  assertKeyStoreAddress(settings);
  const randomness = new SystemRandom();
  const keyStore = await openKeyStore({ url: settings.HUB_KEY_STORE_URL.reveal(), ...tlsUnder(settings.HUB_KEY_STORE_CA), poolSize: 1, randomness });
  try {
    await assertDatabase(database, settings.LATERAL_MODE);
    await assertDatabase(keyStore, settings.LATERAL_MODE);
    const { clock, checks, erasures } = database;
    const erased = await new EraseCheck({ clock, randomness, checks, erasures, keys: keyStore.keys }).carryOut(settings.HUB_ERASE_CHECK);
    if (!erased.ok) throw new HubRefused(erased.code);
    return { count: erased.value.objects };
  } finally {
    await keyStore.close();
  }
});
