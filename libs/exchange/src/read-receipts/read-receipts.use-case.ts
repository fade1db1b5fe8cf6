import type { ReceiptsReply } from '@lateral/contracts';
import { done, refuse, type Result } from '../result.js';
import type { Actor, CheckStore, LedgerProofs, RecordStore } from '../ports/index.js';
import { receiptOf } from './receipt-of.js';

export interface ReadReceiptsDeps {
  checks: CheckStore;
  records: RecordStore;
  proofs: LedgerProofs;
}

/** Every record of a check that the caller's agency is party to, proven under one head as far as the ledger has come. */
export class ReadReceipts {
  constructor(private readonly deps: ReadReceiptsDeps) {}

  async carryOut(actor: Actor, reference: string): Promise<Result<ReceiptsReply>> {
    const facts = await this.deps.checks.checkFacts(reference, actor);
    if (facts === null || !isParty(facts, actor.agency)) return refuse('not-found');
    return done(await receiptsOf(this.deps, facts.id, actor.agency));
  }
}

/** Whether an agency asked or was asked in a check. */
export function isParty(check: { asking: string; requests: readonly { asked: string }[] }, agency: string): boolean {
  return check.asking === agency || check.requests.some((request) => request.asked === agency);
}

/** Receipts of a check for one agency; all proofs lead to the checkpoint that comes with them. Rejects with LedgerAway. */
export async function receiptsOf({ records, proofs }: ReadReceiptsDeps, check: string, agency: string): Promise<ReceiptsReply> {
  // Records first: whatever they hold is under a head fetched afterwards, if it has been placed at all.
  const stored = await records.recordsOf(check, agency);
  const { size, checkpoint } = await proofs.checkpoint();
  const receipts = await Promise.all(stored.map((record) => receiptOf(record, proofs, { size, outage: false })));
  return { receipts, checkpoint };
}
