import { createDecipheriv } from 'node:crypto';
import type { FreshDatabase } from '@lateral/testing/hub';

/** One value that lay somewhere, or that something there can be read as. */
export interface Found { place: string; bytes: Buffer }

const TABLES = `
select c.relname as name, json_agg(json_build_object('name', format('%I', a.attname), 'isBytes', a.atttypid = 'bytea'::regtype) order by a.attnum) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid
 where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped group by c.relname order by 1`;

/** Every value of every column of every table. */
export async function dumpOf(database: FreshDatabase, name: string): Promise<Found[]> {
  const found: Found[] = [];
  for (const table of await database.sql<{ name: string; columns: { name: string; isBytes: boolean }[] }>(TABLES)) {
    const rows = await database.sql<Record<string, Buffer | string | null>>(`select ${table.columns.map((column) => (column.isBytes ? column.name : `${column.name}::text as ${column.name}`)).join(', ')} from "${table.name}"`);
    for (const row of rows) for (const [column, value] of Object.entries(row)) if (value !== null) found.push({ place: `${name}.${table.name}.${column}`, bytes: Buffer.from(value) });
  }
  return found;
}

const ENCODED = /[A-Za-z0-9_+/-]{20,}={0,2}/gu;
const HEX = /\b(?:[0-9a-f]{2}){16,}\b/giu;

/** The values and everything that they say in base64, base64url or hex, and what that says in turn; each once. */
export function readAllWays(found: readonly Found[]): Found[] {
  const seen = new Map<string, Found>();
  const waiting = [...found];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const known = next.bytes.toString('latin1');
    if (seen.has(known)) continue;
    seen.set(known, next);
    const text = isText(next.bytes) ? known : '';
    for (const [word] of text.matchAll(ENCODED)) waiting.push({ place: next.place, bytes: Buffer.from(word, 'base64') });
    for (const [word] of text.matchAll(HEX)) waiting.push({ place: next.place, bytes: Buffer.from(word, 'hex') });
  }
  return [...seen.values()];
}

/** Everything that could be a 256-bit key: what is 32 bytes long, whatever it was meant for. */
export function possibleKeys(read: readonly Found[]): Buffer[] {
  return read.filter(({ bytes }) => bytes.length === 32).map(({ bytes }) => bytes);
}

/** What a part of a stored message or attachment is in the hub's database, locked under the key of its object. */
export interface LockedPart { object: string; part: string; bytes: Buffer }

export async function lockedParts(database: FreshDatabase): Promise<LockedPart[]> {
  return database.sql<{ object: string; part: string; bytes: Buffer }>(`
    select envelope_id::text as object, 'content' as part, content as bytes from envelope_body union all select envelope_id::text, 'narrative', narrative from envelope_body
    union all select attachment_id::text, 'chunk ' || idx, bytes from attachment_chunk`);
}

/** What somebody who has read our source can do with a copy and a key: null where it is not the key. */
export function unlocked({ object, part, bytes }: LockedPart, key: Buffer): Buffer | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(`lateral/v1/object\0${object}\0${part}`)).setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
  } catch {
    return null;
  }
}

/** The same for copies of keys, of which some may lie as they came: what is below the lock of the key store, or null where no key takes it off. */
export function takenOff({ object, part, bytes }: { object: string | null; part: string; bytes: Buffer }, keys: readonly Buffer[]): Buffer | null {
  if (object === null) return bytes;
  return keys.map((key) => unlocked({ object, part, bytes }, key)).find((open) => open !== null) ?? null;
}

/** A copy of every row of `source` in `target`, which has the same tables: what a backup is, restored. */
export async function restoreInto(target: FreshDatabase, source: FreshDatabase): Promise<void> {
  const session = await target.connect();
  try {
    // Rows come in no order that their references would like.
    await session.query('set session_replication_role = replica');
    for (const { name } of await source.sql<{ name: string }>(TABLES)) {
      const rows = await source.sql<{ row: string }>(`select t::text as row from "${name}" t`);
      await session.query(`delete from "${name}"`);
      await session.query(`insert into "${name}" overriding system value select (r::"${name}").* from unnest($1::text[]) r`, [rows.map(({ row }) => row)]);
    }
  } finally {
    await session.end();
  }
}

const isText = (bytes: Buffer): boolean => bytes.every((byte) => byte === 9 || byte === 10 || byte === 13 || (byte >= 32 && byte < 127));
