import { CreateLedger1763683200000 } from './1763683200000-create-ledger.js';

/** Every migration of the ledger's database, oldest first. */
export const LEDGER_MIGRATIONS = [CreateLedger1763683200000];
