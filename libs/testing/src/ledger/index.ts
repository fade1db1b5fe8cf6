export { proveWholeLog } from './prove-whole-log.js';
export { createScratchLedgerDatabase, type ScratchLedgerDatabase } from './scratch-ledger-database.js';
