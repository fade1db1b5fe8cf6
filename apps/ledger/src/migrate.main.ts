import { migrateLedger } from '@lateral/persistence/ledger';
import { createLogger, loadSettings, logRefusal } from '@lateral/platform';
import { LedgerMigrationSettings } from './ledger.settings.js';

const log = createLogger({ app: 'ledger-migrate' });

async function main(): Promise<void> {
  try {
    const settings = loadSettings(LedgerMigrationSettings);
    const appRole = decodeURIComponent(new URL(settings.LEDGER_APP_DATABASE_URL.reveal()).username);
    const ran = await migrateLedger({ ownerUrl: settings.LEDGER_DATABASE_URL.reveal(), appRole, mark: settings.LATERAL_MODE });
    for (const version of ran) log.log('migration.ran', { version });
    log.log('process.stopped', { count: ran.length });
  } catch (error) {
    logRefusal(log, error);
    process.exitCode = 1;
  }
}

void main();
