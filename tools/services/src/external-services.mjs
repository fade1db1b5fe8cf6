// @ts-check
import { deriveLedgerAppUrl } from './databases.mjs';
import { SetupFailure } from './setup-failure.mjs';

/**
 * Services that somebody runs for us, named by environment variables; they replace the embedded ones and are never stopped.
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<{ databases?: import('./databases.mjs').DatabaseUrls, redisUrl?: string, smtpUrl?: string }>}
 */
export async function externalServices(environment) {
  const { DATABASE_URL: hub, LEDGER_DATABASE_URL: ledger, LEDGER_APP_DATABASE_URL: ledgerApp, REDIS_URL: redis, SMTP_URL: smtp } = environment;
  if (Boolean(hub) !== Boolean(ledger)) {
    throw new SetupFailure('only one of DATABASE_URL and LEDGER_DATABASE_URL is set', 'setting both, or neither to use the Postgres that comes with the project');
  }
  return {
    ...(hub && ledger ? { databases: { databaseUrl: hub, ledgerDatabaseUrl: ledger, ledgerAppDatabaseUrl: ledgerApp || (await deriveLedgerAppUrl(ledger)) } } : {}),
    ...(redis ? { redisUrl: redis } : {}),
    ...(smtp ? { smtpUrl: smtp } : {}),
  };
}
