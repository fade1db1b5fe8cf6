import { migrateLedger } from '@lateral/persistence/ledger';
import { SettingsError, createLogger, loadSettings } from '@lateral/platform';
import { LedgerMigrationSettings } from './ledger.settings.js';

const log = createLogger({ app: 'ledger-migrate' });

try {
  const settings = loadSettings(LedgerMigrationSettings);
  const appRole = decodeURIComponent(new URL(settings.LEDGER_APP_DATABASE_URL.reveal()).username);
  const ran = await migrateLedger({ ownerUrl: settings.LEDGER_DATABASE_URL.reveal(), appRole, mark: settings.LATERAL_MODE });
  for (const version of ran) log.log('migration.ran', { version });
  log.log('process.stopped', { count: ran.length });
} catch (error) {
  log.failure('process.refused-to-start', error, error instanceof SettingsError ? { setting: error.settings.join(' ') } : {});
  process.exitCode = 1;
}
