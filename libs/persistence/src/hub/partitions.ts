import { millisecondsOf } from '@lateral/domain';
import type { Connections } from './connections.js';
import type { SqlClient } from './statement.js';

/** Tables that grow, with the storage settings of each month. Requests change state, so their pages keep room for that. */
export const PARTITIONED = {
  lateral_check: 'fillfactor = 85',
  check_request: 'fillfactor = 85',
  envelope: 'fillfactor = 90',
  envelope_body: null,
  justification: null,
  attachment: null,
  attachment_chunk: null,
  audit_record: null,
  audit_position: null,
  agency_notice: null,
} as const;
export const PARTITION_KEYS: Record<keyof typeof PARTITIONED, string> = {
  lateral_check: 'id', check_request: 'id', envelope: 'id', envelope_body: 'envelope_id', justification: 'envelope_id', attachment: 'id',
  attachment_chunk: 'attachment_id', audit_record: 'id', audit_position: 'audit_id', agency_notice: 'id',
};

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

const monthStart = (at: Date, offset: number): Date => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + offset, 1));

interface Month { table: keyof typeof PARTITIONED; name: string; from: string; until: string }

/** Months as partitions from the one before `at` to `monthsAhead` after it. Safe to repeat and to run from several processes. Returns how many were made. */
export async function ensurePartitions(connections: Connections, at: Date, monthsAhead: number): Promise<number> {
  const wanted: Month[] = [];
  for (let offset = -1; offset <= monthsAhead; offset += 1) {
    const [from, until] = [monthStart(at, offset), monthStart(at, offset + 1)];
    const suffix = from.toISOString().slice(0, 7).replace('-', '_');
    for (const table of Object.keys(PARTITIONED) as (keyof typeof PARTITIONED)[]) {
      wanted.push({ table, name: `${table}_${suffix}`, from: lowestId(from), until: lowestId(until) });
    }
  }
  if ((await connections.with((client) => missing(client, wanted))).length === 0) return 0;
  return connections.transaction(async (client) => {
    await client.query({ text: `select pg_advisory_xact_lock(hashtext('lateral partitions'))`, values: [] });
    // Attaching waits for whoever writes; better to give up and come back with the next sweep than to hold everybody up.
    await client.query({ text: `set local lock_timeout = '5s'`, values: [] });
    const due = await missing(client, wanted);
    for (const month of due) await attachMonth(client, month);
    return due.length;
  });
}

async function missing(client: SqlClient, wanted: readonly Month[]): Promise<Month[]> {
  // Not by to_regclass: that may remember from before it waited for the lock that there was no such table.
  const text = 'select w.name from unnest($1::text[]) as w(name) where not exists (select 1 from pg_class c where c.relname = w.name::name and c.relnamespace = current_schema()::regnamespace)';
  const { rows } = await client.query<{ name: string }>({ text, values: [wanted.map(({ name }) => name)] });
  const names = new Set(rows.map(({ name }) => name));
  return wanted.filter(({ name }) => names.has(name));
}

/** Rows that came before their month was made lie in the default partition; they move with it. Names and bounds are our own, never input. */
async function attachMonth(client: SqlClient, { table, name, from, until }: Month): Promise<void> {
  const key = PARTITION_KEYS[table];
  const range = `${key} >= '${from}' and ${key} < '${until}'`;
  const settings = PARTITIONED[table] === null ? '' : ` with (${PARTITIONED[table]})`;
  const early = await client.query({ text: `select 1 from ${table}_default where ${range} limit 1`, values: [] });
  if (early.rows.length === 0) {
    await client.query({ text: `create table ${name} partition of ${table} for values from ('${from}') to ('${until}')${settings}`, values: [] });
    return;
  }
  await client.query({ text: `lock table ${table} in access exclusive mode`, values: [] });
  await client.query({ text: `create table ${name} (like ${table} including defaults including storage including constraints)${settings}`, values: [] });
  await client.query({ text: `with moved as (delete from ${table}_default where ${range} returning *) insert into ${name} select * from moved`, values: [] });
  await client.query({ text: `alter table ${table} attach partition ${name} for values from ('${from}') to ('${until}')`, values: [] });
}
