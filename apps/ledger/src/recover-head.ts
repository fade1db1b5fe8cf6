import type { LedgerStore } from '@lateral/persistence/ledger';
import { Frontier, equalBytes, frontierNodes, openCheckpoint } from '@lateral/tlog';
import type { LogSigner } from './log-signer.js';

/** The newest committed state of the log: the tree's edge, and the note that signs it. */
export interface Head {
  frontier: Frontier;
  note: string;
}

export type LedgerBreak = 'head-of-another-log' | 'head-altered' | 'nodes-missing' | 'root-differs' | 'entries-beyond-head' | 'entries-without-head' | 'head-vanished';

/** The log on disk contradicts itself, or is another log's. Nothing may be appended until a person has looked. */
export class LedgerBroken extends Error {
  override readonly name = 'LedgerBroken';
  readonly kind = 'permanent';

  constructor(readonly code: LedgerBreak) {
    super(code);
  }
}

/**
 * Reads the newest head and rebuilds the tree's edge from kept nodes. Null in a ledger without any head. Throws LedgerBroken
 * where the head was not signed by this log's key, or its root is not that of the nodes, or entries exist that it lacks.
 */
export async function recoverHead(store: Pick<LedgerStore, 'latestCheckpoint' | 'nodes' | 'leaves'>, signer: LogSigner): Promise<Head | null> {
  const latest = await store.latestCheckpoint();
  if (latest === null) {
    if ((await store.leaves(0, 1)).length > 0) throw new LedgerBroken('entries-without-head');
    return null;
  }
  const opened = openCheckpoint(latest.note, signer.verifier);
  if (!opened.ok) throw new LedgerBroken(opened.code === 'unknown-key' ? 'head-of-another-log' : 'head-altered');
  const { size, root } = opened.checkpoint;
  if (size !== latest.size || !equalBytes(root, latest.root)) throw new LedgerBroken('head-altered');
  const hashes = await store.nodes(frontierNodes(size));
  if (!hashes.every((hash) => hash !== undefined)) throw new LedgerBroken('nodes-missing');
  const frontier = Frontier.fromNodes(size, hashes);
  if (!equalBytes(frontier.root(), root)) throw new LedgerBroken('root-differs');
  if ((await store.leaves(size, 1)).length > 0) throw new LedgerBroken('entries-beyond-head');
  return { frontier, note: latest.note };
}
