// @ts-check

/**
 * What tests are told about the services. An empty address means that there is none.
 * @param {import('./bring-up.mjs').Services} services
 * @returns {Record<string, string>}
 */
export function testEnvironment(services) {
  return {
    LATERAL_TEST_DATABASE_URL: services.adminDatabaseUrl,
    LATERAL_TEST_REDIS_URL: services.redisUrl ?? '',
    LATERAL_TEST_SMTP_URL: services.smtpUrl,
    LATERAL_TEST_MAIL_FOLDER: services.places.mail ?? '',
  };
}

/**
 * What `npm start` hands to the player.
 * @param {import('./bring-up.mjs').Services} services
 * @returns {Promise<Record<string, string>>}
 */
export async function playEnvironment(services) {
  return {
    DATABASE_URL: services.databaseUrl,
    KEY_STORE_DATABASE_URL: services.keyStoreUrl,
    LEDGER_DATABASE_URL: services.ledgerDatabaseUrl,
    LEDGER_APP_DATABASE_URL: services.ledgerAppDatabaseUrl,
    KEY_LEDGER_DATABASE_URL: services.keyLedgerDatabaseUrl,
    KEY_LEDGER_APP_DATABASE_URL: services.keyLedgerAppDatabaseUrl,
    REDIS_URL: services.redisUrl ?? '',
    SMTP_URL: services.smtpUrl,
    LATERAL_QUEUE_BACKEND: services.backend,
    LATERAL_ADMIN_DATABASE_URL: services.adminDatabaseUrl,
    LATERAL_SERVICES_FOLDER: services.folder,
    LATERAL_SERVICES_PLACES: JSON.stringify(services.places),
    LATERAL_HUB_PORT: String(await services.portFor('hub')),
    LATERAL_LEDGER_PORT: String(await services.portFor('ledger')),
    LATERAL_KEY_LEDGER_PORT: String(await services.portFor('key-ledger')),
    LATERAL_PROVIDER_PORT: String(await services.portFor('identity-provider')),
    LATERAL_COURIER_PORT: String(await services.portFor('courier')),
  };
}
