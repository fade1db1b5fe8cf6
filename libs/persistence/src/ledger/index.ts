export { LedgerDatabaseRefused, checkLedgerDatabase, connectLedgerDatabase, migrateLedger, revertLedger } from './ledger-data-source.js';
export { LedgerStore, type NodePlace, type StoredCheckpoint } from './ledger-store.js';
export { CommitRefused, CommitUnknown, SequencerSession, commitFailure, type LedgerBatch } from './sequencer-session.js';
