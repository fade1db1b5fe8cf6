import { migrateLedger } from '@lateral/persistence/ledger';
import { createLogger, loadSettings, logRefusal, tlsUnder } from '@lateral/platform';
import { LedgerMigrationSettings } from './ledger.settings.js';
import { refuseAddress } from './start-ledger.js';

const log = createLogger({ app: 'ledger-migrate' });

async function main(): Promise<void> {
  try {
    const settings = loadSettings(LedgerMigrationSettings);
    refuseAddress(settings, settings.LEDGER_DATABASE_URL);
    const appRole = decodeURIComponent(new URL(settings.LEDGER_APP_DATABASE_URL.reveal()).username);
    const ran = await migrateLedger({ ownerUrl: settings.LEDGER_DATABASE_URL.reveal(), appRole, mark: settings.LATERAL_MODE, ...tlsUnder(settings.LEDGER_DATABASE_CA) });
    for (const version of ran) log.log('migration.ran', { version });
    log.log('process.stopped', { count: ran.length });
  } catch (error) {
    logRefusal(log, error);
    process.exitCode = 1;
  }
}

void main();
