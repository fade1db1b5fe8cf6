import type { FailureKind, LedgerRefusalCode } from '@lateral/contracts';

/**
 * What can go wrong between us and the ledger, beside its own refusals: `ledger-away` (nothing was sent), `ledger-silent`
 * (sent, no answer), `reply-malformed`, `head-untrusted` (not signed by the pinned log key), `proof-wrong`, and
 * `ledger-forked`: two signed heads that cannot both be of one log.
 */
export type LedgerFailureCode = LedgerRefusalCode | 'ledger-away' | 'ledger-silent' | 'reply-malformed' | 'head-untrusted' | 'proof-wrong' | 'ledger-forked';

export interface LedgerFailure {
  ok: false;
  code: LedgerFailureCode;
  kind: FailureKind;
}

export type LedgerResult<T> = { ok: true; value: T } | LedgerFailure;

/** A failure on its way to the result that reports it. */
export class LedgerFault extends Error {
  override readonly name = 'LedgerFault';

  constructor(readonly code: LedgerFailureCode, readonly kind: FailureKind, options?: ErrorOptions) {
    super(code, options);
  }

  toFailure(): LedgerFailure {
    return { ok: false, code: this.code, kind: this.kind };
  }
}
