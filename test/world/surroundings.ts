import { freePort } from '@lateral/testing';
import type { up } from '../../tools/services/src/bring-up.mjs';

export type Addresses = Pick<Awaited<ReturnType<typeof up>>, 'databaseUrl' | 'keyStoreUrl' | 'ledgerDatabaseUrl' | 'ledgerAppDatabaseUrl' | 'keyLedgerDatabaseUrl' | 'keyLedgerAppDatabaseUrl' | 'adminDatabaseUrl' | 'redisUrl' | 'smtpUrl' | 'backend' | 'folder' | 'places'>;

/** What `npm start` tells the player of these services, with ports of its own. */
export async function environmentOf(services: Addresses): Promise<Record<string, string>> {
  const [hub, ledger, keyLedger, courier, provider] = [await freePort(), await freePort(), await freePort(), await freePort(), await freePort()];
  return {
    DATABASE_URL: services.databaseUrl, LEDGER_DATABASE_URL: services.ledgerDatabaseUrl, LEDGER_APP_DATABASE_URL: services.ledgerAppDatabaseUrl,
    KEY_STORE_DATABASE_URL: services.keyStoreUrl, KEY_LEDGER_DATABASE_URL: services.keyLedgerDatabaseUrl, KEY_LEDGER_APP_DATABASE_URL: services.keyLedgerAppDatabaseUrl,
    LATERAL_ADMIN_DATABASE_URL: services.adminDatabaseUrl,
    REDIS_URL: services.redisUrl ?? '', SMTP_URL: services.smtpUrl, LATERAL_QUEUE_BACKEND: services.backend, LATERAL_SERVICES_FOLDER: services.folder,
    LATERAL_SERVICES_PLACES: JSON.stringify(services.places), LATERAL_HUB_PORT: String(hub), LATERAL_LEDGER_PORT: String(ledger), LATERAL_KEY_LEDGER_PORT: String(keyLedger), LATERAL_PROVIDER_PORT: String(provider), LATERAL_COURIER_PORT: String(courier),
  };
}
