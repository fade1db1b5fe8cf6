import { LEDGER_PATTERNS } from '@lateral/contracts';
import type { Checkpoint, NoteVerifier } from '@lateral/tlog';
import { equalBytes, openCheckpoint, verifyConsistency } from '@lateral/tlog';
import { LedgerFault } from './ledger-result.js';
import type { LedgerTransport } from './ledger-transport.js';
import { hashesOf, readConsistencyReply } from './read-reply.js';

/** A head as it was shown, opened under the pinned key. */
export interface ShownHead extends Checkpoint {
  note: string;
}

/** Two heads signed by the log's key that cannot both be true: proof of misconduct that anybody can check. */
export interface ForkEvidence {
  seen: string;
  shown: string;
}

/**
 * The newest head this client has seen. Every head it is shown must be consistent with it, whatever the order in which
 * answers arrive. Once two are not, the log is not believed again by this process: a person has to look.
 */
export class SeenHead {
  private newest: ShownHead | null = null;
  // Receipts are fetched many to a head: what was settled once is not asked and not verified again.
  private readonly opened = new Map<string, ShownHead>();
  private readonly settled = new Map<number, Uint8Array>();
  private turn: Promise<unknown> = Promise.resolve();
  /** Set once the log has been caught. */
  fork: ForkEvidence | null = null;
  /** Set where what was kept is no head of this log: somebody wrote over it, and nothing shows any more what the log must go on from. */
  forgot = false;

  constructor(private readonly transport: LedgerTransport, private readonly log: NoteVerifier, remembered: string | null) {
    if (remembered !== null) this.newest = this.open(remembered);
  }

  /** What an earlier process saw. Nothing is asked for it: what was verified once counts until the log contradicts it. */
  recall(note: string): void {
    try {
      const kept = this.open(note);
      if (this.newest === null || this.newest.size < kept.size) this.newest = kept;
    } catch (error) {
      if (!(error instanceof LedgerFault)) throw error;
      this.forgot = true;
    }
  }

  /** The newest head, to be kept over a restart. */
  get head(): ShownHead | null {
    return this.newest;
  }

  /** Opens a note under the pinned log key; throws `head-untrusted`. */
  open(note: string): ShownHead {
    const known = this.opened.get(note);
    if (known) return known;
    const opened = openCheckpoint(note, this.log);
    if (!opened.ok) throw new LedgerFault('head-untrusted', 'permanent');
    return remember(this.opened, note, { ...opened.checkpoint, note });
  }

  /**
   * Takes in a head. With `floor` it was given as the newest, and may not be smaller than what had been seen when it was asked for.
   * Throws `ledger-forked` where it contradicts what has been seen, and transient faults where that could not be settled.
   */
  observe(shown: ShownHead, floor = 0): Promise<void> {
    const settled = this.turn.then(() => this.settle(shown, floor));
    this.turn = settled.catch(() => undefined);
    return settled;
  }

  private async settle(shown: ShownHead, floor: number): Promise<void> {
    const seen = this.newest ?? shown;
    if (shown.size < floor) throw this.caught(seen, shown);
    const known = shown.size === seen.size ? seen.root : this.settled.get(shown.size);
    const [older, newer] = shown.size < seen.size ? [shown, seen] : [seen, shown];
    if (known ? !equalBytes(known, shown.root) : !(await this.consistent(older, newer))) throw this.caught(seen, shown);
    remember(this.settled, shown.size, shown.root);
    if (this.newest === null || shown.size > seen.size) this.newest = shown;
  }

  private async consistent(older: Checkpoint, newer: Checkpoint): Promise<boolean> {
    if (older.size === 0) return true;
    try {
      const reply = readConsistencyReply(await this.transport.ask(LEDGER_PATTERNS.proveConsistency, { from: older.size, to: newer.size }));
      return verifyConsistency({ from: older.size, to: newer.size, fromRoot: older.root, toRoot: newer.root, path: hashesOf(reply.path) });
    } catch (error) {
      // It signed both sizes. To disown one, or to answer nonsense, is to have no proof.
      if (error instanceof LedgerFault && error.kind === 'permanent') return false;
      throw error;
    }
  }

  private caught(seen: ShownHead, shown: ShownHead): LedgerFault {
    this.fork ??= { seen: seen.note, shown: shown.note };
    return new LedgerFault('ledger-forked', 'permanent');
  }
}

const REMEMBERED = 64;

function remember<K, V>(map: Map<K, V>, key: K, value: V): V {
  if (map.size >= REMEMBERED) map.delete(map.keys().next().value as K);
  map.set(key, value);
  return value;
}
