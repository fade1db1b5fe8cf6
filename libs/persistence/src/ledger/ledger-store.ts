import type { DataSource } from 'typeorm';
import { asBytea, withClient } from './driver-client.js';
import { SequencerSession } from './sequencer-session.js';

/** A signed head as it is stored. `note` is the log's own signed note, without cosignatures. */
export interface StoredCheckpoint {
  size: number;
  root: Uint8Array;
  note: string;
}

/** A complete node: level 0 is a leaf. */
export interface NodePlace {
  level: number;
  index: number;
}

interface CheckpointRow { size: string; root: Uint8Array; note: string }

const CHECKPOINT_COLUMNS = 'SELECT size, root, note FROM ledger_checkpoint';

/** Reads the log and takes cosignatures. Whatever it reads is committed and never changes, so no reading needs a transaction. */
export class LedgerStore {
  constructor(private readonly source: DataSource) {}

  /** Waits until no other process is the sequencer, then is it, on a connection of its own. */
  becomeSequencer(signal?: AbortSignal): Promise<SequencerSession> {
    return SequencerSession.open(this.source, signal);
  }

  /** The newest head, or null in a ledger that has never been started. */
  latestCheckpoint(): Promise<StoredCheckpoint | null> {
    return this.checkpoint('ledger-latest', `${CHECKPOINT_COLUMNS} ORDER BY size DESC LIMIT 1`, []);
  }

  /** The head of exactly that size, or null: not every size has one. */
  checkpointAt(size: number): Promise<StoredCheckpoint | null> {
    return this.checkpoint('ledger-checkpoint-at', `${CHECKPOINT_COLUMNS} WHERE size = $1`, [size]);
  }

  /** Index of a leaf, or null. */
  async indexOf(leafHash: Uint8Array): Promise<number | null> {
    const { rows } = await withClient(this.source, (client) =>
      client.query<{ idx: string }>({ name: 'ledger-index-of', text: 'SELECT idx FROM ledger_entry WHERE leaf_hash = $1', values: [asBytea(leafHash)] }));
    return rows[0] === undefined ? null : Number(rows[0].idx);
  }

  /** Hashes of complete nodes in the order asked for; `undefined` where one is missing. */
  async nodes(places: readonly NodePlace[]): Promise<(Uint8Array | undefined)[]> {
    if (places.length === 0) return [];
    const { rows } = await withClient(this.source, (client) => client.query<{ hash: Uint8Array | null }>({
      name: 'ledger-nodes',
      text: `SELECT coalesce(n.hash, e.leaf_hash) AS hash FROM unnest($1::smallint[], $2::bigint[]) WITH ORDINALITY AS p (level, idx, place)
        LEFT JOIN ledger_node n ON p.level > 0 AND n.level = p.level AND n.idx = p.idx
        LEFT JOIN ledger_entry e ON p.level = 0 AND e.idx = p.idx ORDER BY p.place`,
      values: [places.map((place) => place.level), places.map((place) => place.index)],
    }));
    return rows.map((row) => row.hash ?? undefined);
  }

  /** Leaves from an index on, at most `limit`: for recomputing the whole tree. */
  async leaves(from: number, limit: number): Promise<Uint8Array[]> {
    const { rows } = await withClient(this.source, (client) =>
      client.query<{ leaf: Uint8Array }>({ name: 'ledger-leaves', text: 'SELECT leaf FROM ledger_entry WHERE idx >= $1 ORDER BY idx LIMIT $2', values: [from, limit] }));
    return rows.map((row) => row.leaf);
  }

  /** Signature lines of witnesses over the head of that size, in order of the witness's name. */
  async cosignatures(size: number): Promise<string[]> {
    const { rows } = await withClient(this.source, (client) =>
      client.query<{ line: string }>({ name: 'ledger-cosignatures', text: 'SELECT line FROM cosignature WHERE size = $1 ORDER BY witness', values: [size] }));
    return rows.map((row) => row.line);
  }

  /** Keeps a witness's line, already verified. The first one of a witness for a size stays; repeating is harmless. */
  async addCosignature(size: number, witness: string, line: string): Promise<void> {
    await withClient(this.source, (client) =>
      client.query({ name: 'ledger-cosign', text: 'INSERT INTO cosignature (size, witness, line) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', values: [size, witness, line] }));
  }

  private async checkpoint(name: string, text: string, values: unknown[]): Promise<StoredCheckpoint | null> {
    const { rows } = await withClient(this.source, (client) => client.query<CheckpointRow>({ name, text, values }));
    const row = rows[0];
    return row === undefined ? null : { size: Number(row.size), root: row.root, note: row.note };
  }
}
