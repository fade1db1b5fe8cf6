export { LedgerMigrationSettings, LedgerSettings } from './ledger.settings.js';
export { LedgerBroken } from './recover-head.js';
export { StartRefused, startLedger, type RunningLedger, type StartLedgerOptions } from './start-ledger.js';
