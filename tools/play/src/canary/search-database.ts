import pg from 'pg';
import { ByteSearch } from './byte-search.js';
import type { Pattern } from './pattern-scanner.js';
import type { Searched } from './search-files.js';

/** Rows that are fetched at once: few at first, more while they turn out to be small. */
const FEWEST_ROWS = 16;
const MOST_ROWS = 4_096;
const SMALL_BATCH_BYTES = 1024 * 1024;
/** Stands between values: no pattern may run from one into the next. */
const GAP = Buffer.from('\n\n');

interface Column { name: string; isBytes: boolean }
interface Table { name: string; columns: Column[] }

/** Tables that hold rows, of every schema but Postgres's own; another session's temporary tables cannot be read. */
const TABLES = `
  select format('%I.%I', n.nspname, c.relname) as name, has_table_privilege(c.oid, 'select') as readable,
         json_agg(json_build_object('name', format('%I', a.attname), 'isBytes', a.atttypid = 'bytea'::regtype) order by a.attnum) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
  where c.relkind in ('r', 'm') and c.relpersistence <> 't' and a.attnum > 0 and not a.attisdropped
    and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'
  group by n.nspname, c.relname, c.oid order by 1`;

/** Searches every column of every table of a database; throws where one may not be read, for then nothing is known of it. */
export async function searchDatabase(url: string, patterns: readonly Pattern[]): Promise<Searched> {
  const search = new ByteSearch(patterns);
  await withDatabase(url, async (client) => {
    const { rows } = await client.query<Table & { readable: boolean }>(TABLES);
    const closed = rows.find(({ readable }) => !readable);
    if (closed !== undefined) throw new Error(`the table ${closed.name} may not be read, so it cannot be searched`);
    for (const table of rows) await searchTable(client, table, search);
  });
  return search;
}

/**
 * Brings what Postgres holds in memory to its data files. Only an administrator may; without that right the write-ahead log, which is
 * always on disk, still has every row. Returns whether it was done.
 */
export async function checkpoint(url: string): Promise<boolean> {
  return withDatabase(url, async (client) => {
    try {
      await client.query('checkpoint');
      return true;
    } catch (cause) {
      if ((cause as { code?: string }).code === INSUFFICIENT_PRIVILEGE) return false;
      throw cause;
    }
  });
}

const INSUFFICIENT_PRIVILEGE = '42501';

// Each column by itself, because a whole row as text would double every backslash; bytes as bytes and not as hex of them.
async function searchTable(client: pg.Client, { name, columns }: Table, search: ByteSearch): Promise<void> {
  await client.query('begin read only');
  await client.query(`declare looked_at no scroll cursor for select ${columns.map((column) => (column.isBytes ? column.name : `${column.name}::text`)).join(', ')} from ${name}`);
  let most = FEWEST_ROWS;
  for (;;) {
    const { rows } = await client.query<(string | Buffer | null)[]>({ text: `fetch ${most} from looked_at`, rowMode: 'array' });
    if (rows.length === 0) break;
    const values = rows.flat().filter((value) => value !== null).flatMap((value) => [typeof value === 'string' ? Buffer.from(value) : value, GAP]);
    const batch = Buffer.concat(values);
    await search.push(batch);
    if (batch.length < SMALL_BATCH_BYTES) most = Math.min(MOST_ROWS, most * 2);
    else most = Math.max(FEWEST_ROWS, most / 2);
  }
  await search.end();
  await client.query('commit');
}

async function withDatabase<T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}
