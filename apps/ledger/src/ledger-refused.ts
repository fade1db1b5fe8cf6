import type { LedgerRefusal, LedgerRefusalCode } from '@lateral/contracts';
import { LEDGER_REFUSALS } from '@lateral/contracts';

/** An answer the ledger gives instead of a reply: why, and whether asking again can help. */
export class LedgerRefused extends Error {
  override readonly name = 'LedgerRefused';
  readonly kind: LedgerRefusal['kind'];

  constructor(readonly code: LedgerRefusalCode, readonly field?: string, options?: ErrorOptions) {
    super(code, options);
    this.kind = LEDGER_REFUSALS[code];
  }

  /** What goes over the wire: no text, no cause. */
  toWire(): LedgerRefusal {
    return { code: this.code, kind: this.kind, ...(this.field === undefined ? {} : { field: this.field }) };
  }
}
