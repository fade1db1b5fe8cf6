import type { EventName } from '@lateral/contracts';
import type { RecordStore, StoredRecord } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { OLDEST_UNPLACED, PLACE, RECORD_BY_ID, RECORDS_OF_PARTY, UNPLACED, type RecordRow } from './statements/records.statement.js';

type Placed = Parameters<RecordStore['place']>[0][number];

/** Audit records and their way into the ledger. */
export class PostgresRecordStore implements RecordStore {
  constructor(private readonly connections: Connections) {}

  async record(id: string): Promise<StoredRecord | null> {
    const row = await this.connections.first<RecordRow>(RECORD_BY_ID, { id });
    return row === null ? null : storedRecordOf(row);
  }

  async recordsOf(check: string, agency: string): Promise<StoredRecord[]> {
    return (await this.connections.rows<RecordRow>(RECORDS_OF_PARTY, { check, agency })).map(storedRecordOf);
  }

  async unplaced(limit: number): Promise<(StoredRecord & { entry: string; order: { xid: string; seq: string } })[]> {
    const rows = await this.connections.rows<RecordRow & { entry: string; xid: string; seq: string }>(UNPLACED, { rows: limit });
    return rows.map((row) => ({ ...storedRecordOf(row), entry: row.entry, order: { xid: row.xid, seq: row.seq } }));
  }

  async place(placed: readonly Placed[], at: Date): Promise<void> {
    const last = placed.reduce<Placed | null>((latest, next) => (latest === null || isAfter(next.order, latest.order) ? next : latest), null);
    if (last === null) return;
    await this.connections.rows(PLACE, { ids: placed.map(({ id }) => id), indexes: placed.map(({ index }) => index), at, xid: last.order.xid, seq: last.order.seq });
  }

  async oldestUnplaced(): Promise<Date | null> {
    return (await this.connections.first<{ at: Date }>(OLDEST_UNPLACED, {}))?.at ?? null;
  }
}

function isAfter(a: Placed['order'], b: Placed['order']): boolean {
  const [ax, bx] = [BigInt(a.xid), BigInt(b.xid)];
  return ax > bx || (ax === bx && BigInt(a.seq) > BigInt(b.seq));
}

function storedRecordOf({ id, event, record, salt, index }: RecordRow): StoredRecord {
  return { id, event: event as EventName, record, salt: new Uint8Array(salt), index };
}
