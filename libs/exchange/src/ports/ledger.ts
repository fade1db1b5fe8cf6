import type { Receipt } from '@lateral/contracts';

/** Proofs from the ledger, already verified against the pinned log key. `null`: not in yet. */
export interface LedgerProofs {
  /** tlog-proof text of a leaf at the given size, or at the newest head. Rejects with a LedgerAway when it cannot be asked. */
  proof(leaf: string, size: number | null): Promise<{ index: number; proof: string } | null>;
  checkpoint(): Promise<{ size: number; checkpoint: string }>;
  consistency(from: number, to: number | null): Promise<{ from: number; to: number; path: string[]; checkpoint: string }>;
  addCosignature(size: number, line: string): Promise<boolean>;
}

/** The ledger's writing side; only courier has it. */
export interface LedgerAppender {
  append(leaves: readonly string[]): Promise<{ indexes: number[]; checkpoint: string }>;
}

/** A head of a log that has been verified: `note` is its signed text. */
export interface LogHead {
  size: number;
  root: Uint8Array;
  note: string;
}

/** The newest head of each log that hub and courier have verified, over restarts and for each other. A log is named by its verifier key. */
export interface LogHeadStore {
  newest(log: string): Promise<LogHead | null>;
  /** Keeps a head, unless one as great or greater is kept. */
  keep(log: string, head: LogHead, at: Date): Promise<void>;
}

/** One log as this process follows it: whatever it says must go on from what was seen of it. */
export interface FollowedLog {
  /** C2SP verifier key. */
  readonly key: string;
  /** The newest head verified so far. */
  seen(): LogHead | null;
  /** What was seen before this process started; to be said before anything is asked. One that the log's key has not signed lets nothing be believed from then on. */
  recall(note: string): void;
  /** Holds the log's newest head against what was seen. Rejects with LedgerAway or LedgerUntrue. */
  look(): Promise<void>;
  /** Holds a head that another process verified against what was seen here. Rejects with LedgerAway or LedgerUntrue. */
  takeIn(note: string): Promise<void>;
}

/** The ledger could not be asked. Nothing about the evidence is known, which is not the same as its being wrong. */
export class LedgerAway extends Error {
  readonly code = 'ledger-away';
  constructor(options?: ErrorOptions) {
    super('the ledger cannot be reached', options);
  }
}

/**
 * The ledger could be asked and what it says cannot be true: two signed heads that are not of one log, a head that is not signed
 * with the pinned key, a proof that does not hold. No retry mends that; a person has to look.
 */
export class LedgerUntrue extends Error {
  readonly code = 'ledger-untrue';
  constructor(options?: ErrorOptions) {
    super('the ledger says what cannot be true', options);
  }
}

export type { Receipt };
