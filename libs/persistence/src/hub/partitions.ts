import { millisecondsOf } from '@lateral/domain';
import type { Connections } from './connections.js';
import { run, statement } from './statement.js';

/** Tables that grow, each partitioned by month; migrations say by which column. */
export const PARTITIONED = ['lateral_check', 'check_request', 'envelope', 'envelope_body', 'justification', 'attachment', 'attachment_chunk', 'audit_record', 'audit_position', 'agency_notice'] as const;

/** The lowest uuid v7 of a moment: version and random bits zero, so that every id made from then on is above it. */
export function lowestId(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/** A moment that nothing made within the clock rule at `at` can be older than (an id may be a day behind; twice, for a retry). */
export function floorId(at: Date): string {
  return lowestId(new Date(at.getTime() - FLOOR_MS));
}
const FLOOR_MS = 2 * 24 * 3_600_000;

/** Throws where a client-made id is below the floor: it would be stored and then not be found by reads that start there. */
export function assertAboveFloor(id: string, at: Date): void {
  const made = millisecondsOf(id);
  if (made === null || made < at.getTime() - FLOOR_MS) throw new RangeError('an id below the floor of its act reached the store');
}

const IS_OWNER = statement('is-owner', `select pg_has_role(current_user, relowner, 'usage') as owner from pg_class where oid = 'lateral_check'::regclass`);
const MAKE = statement('make-months', 'select make_months(:at::timestamptz, :ahead::int) as made');
const MAKE_DUE = statement('make-due-months', 'select make_due_months() as made');

/**
 * Months as partitions from the one before `at` to `monthsAhead` after it. Safe to repeat and to run from several processes. Returns how
 * many tables were made. Whoever is not the tables' owner gets the months that are due by the database's time, and three ahead.
 */
export async function ensurePartitions(connections: Connections, at: Date, monthsAhead: number): Promise<number> {
  const asOwner = (await connections.first<{ owner: boolean }>(IS_OWNER, {}))?.owner === true;
  return connections.transaction(async (client) => {
    // Rows that waited in a default partition move in one statement.
    await client.query({ text: `set local statement_timeout = '60s'`, values: [] });
    const [row] = asOwner ? await run<{ made: number }>(client, MAKE, { at, ahead: monthsAhead }) : await run<{ made: number }>(client, MAKE_DUE, {});
    return row?.made ?? 0;
  });
}
