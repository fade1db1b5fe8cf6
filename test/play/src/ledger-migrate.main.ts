// Migrates the ledger's database of one played case and marks it `play`.
import { LedgerMigrationSettings } from '@lateral/ledger';
import { migrateLedger } from '@lateral/persistence/ledger';
import { createLogger, loadSettings, logRefusal } from '@lateral/platform';

const log = createLogger({ app: 'ledger-migrate' });

async function main(): Promise<void> {
  try {
    const settings = loadSettings(LedgerMigrationSettings);
    const appRole = decodeURIComponent(new URL(settings.LEDGER_APP_DATABASE_URL.reveal()).username);
    const ran = await migrateLedger({ ownerUrl: settings.LEDGER_DATABASE_URL.reveal(), appRole, mark: 'play' });
    log.log('process.stopped', { count: ran.length });
  } catch (error) {
    logRefusal(log, error);
    process.exitCode = 1;
  }
}

void main();
