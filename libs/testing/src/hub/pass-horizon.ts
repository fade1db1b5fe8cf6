import type { FreshDatabase } from '../fresh-database.js';

/**
 * Resolves once every transaction that had begun before is over, in every database of the server: the horizon behind which
 * records are carried is the server's, and other spec files have transactions of their own under way on it.
 */
export async function passHorizon(database: FreshDatabase): Promise<void> {
  const [begun] = await database.sql<{ xid: string }>('select pg_current_xact_id()::text as xid');
  for (;;) {
    const [seen] = await database.sql<{ passed: boolean }>('select pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 as passed', [begun?.xid]);
    if (seen?.passed === true) return;
  }
}
