import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@lateral/platform';
import { hrMs } from '@lateral/platform';
import type { LedgerBatch, LedgerStore, SequencerSession } from '@lateral/persistence/ledger';
import { CommitUnknown } from '@lateral/persistence/ledger';
import type { TreeNode } from '@lateral/tlog';
import { EMPTY_ROOT, leafHash, signCheckpoint } from '@lateral/tlog';
import { LedgerRefused } from './ledger-refused.js';
import type { LogSigner } from './log-signer.js';
import type { Head } from './recover-head.js';
import { LedgerBroken, recoverHead } from './recover-head.js';

/** What the sequencer needs of the store. */
export type SequencerStore = Pick<LedgerStore, 'latestCheckpoint' | 'nodes' | 'leaves'> & { becomeSequencer(signal?: AbortSignal): Promise<WritingSession> };
export type WritingSession = Pick<SequencerSession, 'lost' | 'indexesOf' | 'commit' | 'close'>;

export interface Appended {
  indexes: number[];
  /** The signed head that covers them all, without cosignatures. */
  checkpoint: string;
  size: number;
}

interface Waiting {
  leaves: readonly Uint8Array[];
  resolve(appended: Appended): void;
  reject(error: unknown): void;
}

const BATCH_LEAVES = 5_000;
const WAITING_LEAVES = 50_000;
const RETRY_MS = 250;

/**
 * The one writer. Requests that arrive while a batch is being written form the next batch. A batch is prepared on a copy of the
 * tree's edge; the commit of its one statement is the commit point: before it nothing has happened, after it everything has.
 * Whatever goes wrong in between, the session is given up and the log recovers by reading, on the path by which it starts.
 */
export class Sequencer {
  private readonly stopping = new AbortController();
  private waiting: Waiting[] = [];
  private waitingLeaves = 0;
  private session: WritingSession | null = null;
  private head: Head | null = null;
  private work: Promise<void> = Promise.resolve();
  private markBroken: (error: LedgerBroken) => void = () => undefined;
  /** Resolves with what is wrong when the log on disk does not hold together. Then nobody may write to it. */
  readonly broken: Promise<LedgerBroken> = new Promise((resolve) => { this.markBroken = resolve; });

  constructor(private readonly store: SequencerStore, private readonly signer: LogSigner, private readonly log: Logger) {}

  /** Whether appends are taken at this moment. */
  get sequencing(): boolean {
    return this.session !== null;
  }

  /** Waits for its turn as the one sequencer and rebuilds the tree's edge. Rejects with LedgerBroken where it is not that of the last head. */
  async start(): Promise<void> {
    this.log.log('ledger.lock-waiting');
    const session = await this.store.becomeSequencer(this.stopping.signal);
    try {
      this.head = await recoverHead(this.store, this.signer) ?? await this.begin(session);
      this.stopping.signal.throwIfAborted();
    } catch (error) {
      await session.close();
      throw error;
    }
    this.session = session;
    this.log.log('ledger.lock-held', { size: this.head.frontier.size });
    void session.lost.then(() => this.giveUp(session, 'ledger.lock-lost'));
  }

  /** Appends leaves in order. A leaf that is in keeps its index, and so does one that comes twice in one request. */
  append(leaves: readonly Uint8Array[]): Promise<Appended> {
    if (this.session === null) return Promise.reject(new LedgerRefused('not-sequencing'));
    if (this.waitingLeaves + leaves.length > WAITING_LEAVES) return Promise.reject(new LedgerRefused('overloaded'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ leaves, resolve, reject });
      this.waitingLeaves += leaves.length;
      if (this.waiting.length === 1) this.work = this.work.then(() => this.writeWaiting());
    });
  }

  /** Finishes what is being written and gives up the lock. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.work;
    const session = this.session;
    this.session = null;
    await session?.close();
  }

  private async writeWaiting(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.takeBatch();
      const session = this.session;
      try {
        if (session === null) throw new LedgerRefused('not-sequencing');
        await this.write(session, batch);
      } catch (error) {
        // Recovery, not this code, finds out what is on disk; the callers repeat, which is harmless.
        for (const request of batch) request.reject(refusalOf(error));
        this.log.failure('ledger.append-failed', error, { count: batch.length });
        if (session !== null) this.giveUp(session, 'ledger.append-failed');
      }
    }
  }

  private takeBatch(): Waiting[] {
    let leaves = 0;
    const end = this.waiting.findIndex((request) => (leaves += request.leaves.length) > BATCH_LEAVES);
    const batch = this.waiting.splice(0, end === -1 ? this.waiting.length : Math.max(end, 1));
    this.waitingLeaves -= batch.reduce((sum, request) => sum + request.leaves.length, 0);
    return batch;
  }

  private async write(session: WritingSession, requests: readonly Waiting[]): Promise<void> {
    const started = hrMs();
    const before = this.head!;
    const hashed = requests.map((request) => request.leaves.map((leaf) => ({ leaf, hash: leafHash(leaf) })));
    // What is in already, and below what this batch adds: index by hash.
    const indexes = await session.indexesOf(hashed.flat().map(({ hash }) => hash));
    const frontier = before.frontier.copy();
    const leaves: { leaf: Uint8Array; leafHash: Uint8Array }[] = [];
    const completed: TreeNode[] = [];
    for (const { leaf, hash } of hashed.flat()) {
      if (indexes.has(hex(hash))) continue;
      indexes.set(hex(hash), frontier.size);
      leaves.push({ leaf, leafHash: hash });
      for (const node of frontier.append(hash)) if (node.level > 0) completed.push(node);
    }
    let head = before;
    if (leaves.length > 0) {
      const checkpoint = { origin: this.signer.name, size: frontier.size, root: frontier.root() };
      const note = await signCheckpoint(checkpoint, this.signer);
      await session.commit({ firstIndex: before.frontier.size, leaves, nodes: completed, checkpoint: { ...checkpoint, note } });
      // Committed: from here on everything must succeed.
      head = { frontier, note };
      // Unless the session was lost meanwhile: then recovery reads the head, this one included.
      if (this.session === session) this.head = head;
      this.log.log('ledger.appended', { count: leaves.length, size: frontier.size, ms: Math.round(hrMs() - started) });
    }
    for (const [place, request] of requests.entries()) {
      request.resolve({ indexes: hashed[place]!.map(({ hash }) => indexes.get(hex(hash))!), checkpoint: head.note, size: head.frontier.size });
    }
  }

  // A ledger's first head is of the empty tree, so that every later one is consistent with something signed.
  private async begin(session: WritingSession): Promise<Head> {
    const checkpoint = { origin: this.signer.name, size: 0, root: EMPTY_ROOT };
    const batch: LedgerBatch = { firstIndex: 0, leaves: [], nodes: [], checkpoint: { ...checkpoint, note: await signCheckpoint(checkpoint, this.signer) } };
    await session.commit(batch);
    const head = await recoverHead(this.store, this.signer);
    if (head === null) throw new LedgerBroken('head-vanished');
    return head;
  }

  private giveUp(session: WritingSession, why: 'ledger.lock-lost' | 'ledger.append-failed'): void {
    if (this.session !== session) return;
    this.session = null;
    this.head = null;
    if (why === 'ledger.lock-lost') this.log.log(why);
    void this.recover(session);
  }

  private async recover(session: WritingSession): Promise<void> {
    await session.close();
    while (!this.stopping.signal.aborted) {
      try {
        await this.start();
        this.log.log('ledger.recovered');
        return;
      } catch (error) {
        if (this.stopping.signal.aborted) return;
        this.log.failure('database.lost', error);
        if (error instanceof LedgerBroken) return this.markBroken(error);
        await pause(RETRY_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      }
    }
  }
}

function refusalOf(error: unknown): LedgerRefused {
  if (error instanceof LedgerRefused) return error;
  return new LedgerRefused(error instanceof CommitUnknown ? 'append-unknown' : 'append-refused', undefined, { cause: error });
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
