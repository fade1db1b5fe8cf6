import type { AuditRecord, EventName } from '@lateral/contracts';
import type { FreshDatabase } from '@lateral/testing/hub';

/** How many rows each table of a database holds, by table; partitions count with their table. */
export async function rowCounts(database: FreshDatabase): Promise<Record<string, number>> {
  const tables = await database.sql<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by relname`);
  const counts = tables.map(({ name }) => `select '${name}' as name, count(*)::int as rows from "${name}"`);
  const rows = await database.sql<{ name: string; rows: number }>(counts.join(' union all '));
  return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]));
}

/** The same, and a digest of every row that an act may change: equal before and after where nothing was stored. */
export async function stored(database: FreshDatabase): Promise<Record<string, number | string>> {
  const changing = ['lateral_check', 'check_request', 'envelope', 'attachment', 'outbox_event'];
  const [digests] = await database.sql<Record<string, string>>(`select ${changing.map((table) => `(select md5(coalesce(string_agg(t::text, ' ' order by t.id), '')) from ${table} t) as ${table}`).join(', ')}`);
  return { ...(await rowCounts(database)), ...Object.fromEntries(Object.entries(digests ?? {}).map(([table, digest]) => [`${table} as it is`, digest])) };
}

/** Audit records of one kind with what they say and to whom, oldest first. */
export async function recordsOf(database: FreshDatabase, event: EventName): Promise<(AuditRecord & { parties: string[] })[]> {
  const rows = await database.sql<{ record: string; parties: string[] }>('select record, parties from audit_record where event = $1 order by xid, seq', [event]);
  return rows.map(({ record, parties }) => ({ ...(JSON.parse(record) as AuditRecord), parties }) as AuditRecord & { parties: string[] });
}

/** How many rows an act added to each table; tables to which it added none are left out. */
export async function addedBy(database: FreshDatabase, act: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await rowCounts(database);
  await act();
  const after = await rowCounts(database);
  return Object.fromEntries(Object.entries(after).map(([table, rows]) => [table, rows - (before[table] ?? 0)] as const).filter(([, rows]) => rows !== 0));
}
