import type { ClientBase } from 'pg';
import type { DataSource } from 'typeorm';
import type { LentClient } from './driver-client.js';
import { asBytea, lendClient } from './driver-client.js';

/** What one commit writes: the new leaves, the nodes they complete (level 1 and up) and the head that covers them. */
export interface LedgerBatch {
  firstIndex: number;
  leaves: readonly { leaf: Uint8Array; leafHash: Uint8Array }[];
  nodes: readonly { level: number; index: number; hash: Uint8Array }[];
  checkpoint: { size: number; root: Uint8Array; note: string };
}

/** Nobody knows whether the batch is in: the connection went before the answer came. Only re-reading tells. */
export class CommitUnknown extends Error {
  override readonly name = 'CommitUnknown';
  readonly kind = 'ambiguous';
  readonly code = 'commit-unknown';
}

/** The batch is not in and the server said so, with its SQLSTATE. */
export class CommitRefused extends Error {
  override readonly name = 'CommitRefused';
  readonly kind: 'transient' | 'permanent';

  constructor(readonly code: string, options?: ErrorOptions) {
    super('the ledger database refused a batch', options);
    // 40: rolled back, 53: out of disk, memory or connections, 55: in use, 57: told to stop a statement.
    this.kind = /^(40|53|55|57)/.test(code) ? 'transient' : 'permanent';
  }
}

// A number of our own choosing ('LTRL'); any process that writes to a ledger takes this one lock.
const SEQUENCER_LOCK = 0x4c54524c;

const COMMIT = `WITH entries AS (
    INSERT INTO ledger_entry (idx, leaf, leaf_hash) SELECT * FROM unnest($1::bigint[], $2::bytea[], $3::bytea[])
  ), nodes AS (
    INSERT INTO ledger_node (level, idx, hash) SELECT * FROM unnest($4::smallint[], $5::bigint[], $6::bytea[])
  ) INSERT INTO ledger_checkpoint (size, root, note) VALUES ($7, $8, $9)`;

/**
 * The one writer of a ledger. It holds a session advisory lock on the connection it writes through: when the connection goes,
 * so does the right to write. Even two sequencers at once could not fork the log: an index and a size have one row each.
 */
export class SequencerSession {
  /** Resolves when the connection, and the lock with it, is gone. Never rejects. */
  readonly lost: Promise<void>;
  private markLost: () => void = () => undefined;
  private open = true;

  private constructor(private readonly lent: LentClient) {
    this.lost = new Promise((resolve) => {
      this.markLost = () => {
        this.open = false;
        resolve();
      };
    });
    lent.client.on('error', this.markLost);
    lent.client.on('end', this.markLost);
  }

  /** Takes the lock, waiting as long as another holds it. Rejects when `signal` aborts while waiting. */
  static async open(source: DataSource, signal?: AbortSignal): Promise<SequencerSession> {
    const lent = await lendClient(source);
    const session = new SequencerSession(lent);
    const stopWaiting = (): void => void endConnection(lent.client);
    try {
      signal?.throwIfAborted();
      signal?.addEventListener('abort', stopWaiting, { once: true });
      // The role's own settings may say otherwise: a wait is not an error here, and an acknowledged entry must be on disk.
      await lent.client.query(`SET statement_timeout = 0; SET synchronous_commit = on; SET client_connection_check_interval = '1s'`);
      await lent.client.query('SELECT pg_advisory_lock($1)', [SEQUENCER_LOCK]);
      await lent.client.query(`SET statement_timeout = '30s'`);
      return session;
    } catch (error) {
      await session.close();
      throw error;
    } finally {
      signal?.removeEventListener('abort', stopWaiting);
    }
  }

  /** Which of these leaves are in, by hex of their hash. */
  async indexesOf(leafHashes: readonly Uint8Array[]): Promise<Map<string, number>> {
    const { rows } = await this.lent.client.query<{ hash: string; idx: string }>({
      name: 'sequencer-indexes',
      text: `SELECT encode(leaf_hash, 'hex') AS hash, idx FROM ledger_entry WHERE leaf_hash = ANY ($1::bytea[])`,
      values: [leafHashes.map(asBytea)],
    });
    return new Map(rows.map((row) => [row.hash, Number(row.idx)]));
  }

  /**
   * Writes a batch in one statement, which is one transaction: its success is the commit point.
   * Throws CommitRefused where the batch is surely not in, CommitUnknown where that cannot be said.
   */
  async commit(batch: LedgerBatch): Promise<void> {
    if (!this.open) throw new CommitRefused('57P05');
    const { firstIndex, leaves, nodes, checkpoint } = batch;
    try {
      await this.lent.client.query({
        name: 'sequencer-commit',
        text: COMMIT,
        values: [
          leaves.map((_, place) => firstIndex + place), leaves.map(({ leaf }) => asBytea(leaf)), leaves.map(({ leafHash }) => asBytea(leafHash)),
          nodes.map(({ level }) => level), nodes.map(({ index }) => index), nodes.map(({ hash }) => asBytea(hash)),
          checkpoint.size, asBytea(checkpoint.root), checkpoint.note,
        ],
      });
    } catch (error) {
      throw commitFailure(error);
    }
  }

  /** Gives up the lock by closing the connection, as a death would. Safe to repeat. */
  async close(): Promise<void> {
    if (this.open) await endConnection(this.lent.client);
    this.markLost();
    await this.lent.release();
  }
}

/** A statement that the server refused did nothing; anything else, a connection closed by the server included, is unknown. */
export function commitFailure(error: unknown): CommitRefused | CommitUnknown {
  const { code, severity } = error as { code?: unknown; severity?: unknown };
  if (typeof code === 'string' && severity === 'ERROR' && code !== '40003') return new CommitRefused(code, { cause: error });
  return new CommitUnknown('the outcome of a commit is unknown', { cause: error });
}

async function endConnection(client: ClientBase): Promise<void> {
  await (client as ClientBase & { end(): Promise<void> }).end();
}
