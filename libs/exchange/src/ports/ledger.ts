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
