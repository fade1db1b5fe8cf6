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
 * @returns {Record<string, string>}
 */
export function playEnvironment(services) {
  return {
    DATABASE_URL: services.databaseUrl,
    LEDGER_DATABASE_URL: services.ledgerDatabaseUrl,
    LEDGER_APP_DATABASE_URL: services.ledgerAppDatabaseUrl,
    REDIS_URL: services.redisUrl ?? '',
    SMTP_URL: services.smtpUrl,
    LATERAL_QUEUE_BACKEND: services.backend,
    LATERAL_SERVICES_FOLDER: services.folder,
  };
}
