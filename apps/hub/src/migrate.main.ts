import { HubMigrationSettings } from './hub.settings.js';
import { migrateHub, migrateKeyStore } from './migrate-hub.js';
import { operate } from './operator-command.js';
import { assertKeyStoreAddress } from './refuse-settings.js';

void operate('hub-migrate', HubMigrationSettings, async ({ settings, database, log }) => {
  assertKeyStoreAddress(settings);
  const ran = [...await migrateHub(database, settings.LATERAL_MODE), ...await migrateKeyStore(settings.HUB_KEY_STORE_URL.reveal(), settings.LATERAL_MODE, settings.HUB_KEY_STORE_CA)];
  for (const version of ran) log.log('migration.ran', { version });
  return { count: ran.length };
});
