import type { LogHead, LogHeadStore } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { statement } from './statement.js';

const NEWEST = statement('newest-log-head', 'select size::text as size, root, note from ledger_head where log = :log::text');
const KEEP = statement('keep-log-head', `
insert into ledger_head (log, size, root, note, noted_at) values (:log::text, :size::bigint, :root::bytea, :note::text, :at::timestamptz)
on conflict (log) do update set size = excluded.size, root = excluded.root, note = excluded.note, noted_at = excluded.noted_at where ledger_head.size < excluded.size`);

export class PostgresLogHeadStore implements LogHeadStore {
  constructor(private readonly connections: Connections) {}

  async newest(log: string): Promise<LogHead | null> {
    const row = await this.connections.first<{ size: string; root: Buffer; note: string }>(NEWEST, { log });
    return row === null ? null : { size: Number(row.size), root: Uint8Array.from(row.root), note: row.note };
  }

  async keep(log: string, { size, root, note }: LogHead, at: Date): Promise<void> {
    await this.connections.rows(KEEP, { log, size, root: Buffer.from(root), note, at });
  }
}
