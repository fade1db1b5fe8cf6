// @ts-check
import { deriveLedgerAppUrl } from './databases.mjs';
import { SetupFailure } from './setup-failure.mjs';

/**
 * Services that somebody runs for us, named by environment variables; they replace the embedded ones and are never stopped.
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<{ databases?: import('./databases.mjs').DatabaseUrls, redisUrl?: string, smtpUrl?: string }>}
 */
export async function externalServices(environment) {
  const { DATABASE_URL: hub, KEY_STORE_DATABASE_URL: keyStore, LEDGER_DATABASE_URL: ledger, KEY_LEDGER_DATABASE_URL: keyLedger, REDIS_URL: redis, SMTP_URL: smtp } = environment;
  const addresses = { DATABASE_URL: hub, KEY_STORE_DATABASE_URL: keyStore, LEDGER_DATABASE_URL: ledger, KEY_LEDGER_DATABASE_URL: keyLedger };
  const missing = Object.entries(addresses).flatMap(([name, address]) => (address ? [] : [name]));
  if (missing.length > 0 && missing.length < Object.keys(addresses).length) {
    throw new SetupFailure(`not set: ${missing.join(', ')}`, `setting all of ${Object.keys(addresses).join(', ')}, or none to use the Postgres that comes with the project`);
  }
  const databases = hub && keyStore && ledger && keyLedger ? {
    databaseUrl: hub, keyStoreUrl: keyStore,
    ledgerDatabaseUrl: ledger, ledgerAppDatabaseUrl: environment.LEDGER_APP_DATABASE_URL || (await deriveLedgerAppUrl(ledger)),
    keyLedgerDatabaseUrl: keyLedger, keyLedgerAppDatabaseUrl: environment.KEY_LEDGER_APP_DATABASE_URL || (await deriveLedgerAppUrl(keyLedger)),
  } : undefined;
  return {
    ...(databases === undefined ? {} : { databases }),
    ...(redis ? { redisUrl: redis } : {}),
    ...(smtp ? { smtpUrl: smtp } : {}),
  };
}
