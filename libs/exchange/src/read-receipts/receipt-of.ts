import { canonicalJson, commitmentOf, toBase64Url, type EntryKind, type LedgerLeaf, EVENTS, type Receipt, type WitnessState } from '@lateral/contracts';
import { LedgerAway, LedgerUntrue, type AuditRow, type LedgerProofs, type StoredRecord } from '../ports/index.js';

/** The leaf of a record: its kind and its salted commitment, nothing else. Canonical JSON. */
export function leafOf(record: { entry: EntryKind; record: string; salt: Uint8Array }): string {
  const leaf: LedgerLeaf = { v: 1, k: record.entry, c: commitmentOf(record.record, record.salt) };
  return canonicalJson(leaf);
}

/**
 * Receipt of a stored record, with its proof where the ledger has it and can be asked. `size` asks for a proof under that very
 * head, so that all receipts of one reply lead to the same root; null takes the newest.
 */
export async function receiptOf(stored: StoredRecord, proofs: LedgerProofs, { size, outage }: { size: number | null; outage: boolean }): Promise<Receipt> {
  const plain = { id: stored.id, event: stored.event, record: stored.record, salt: toBase64Url(stored.salt) };
  const waiting = (state: WitnessState): Receipt => ({ ...plain, state, index: null, proof: null });
  if (stored.index === null || outage) return waiting(outage ? 'unwitnessed' : 'recorded');
  try {
    const proven = await proofs.proof(leafOf({ entry: EVENTS[stored.event].entry, record: stored.record, salt: stored.salt }), size);
    return proven === null ? waiting('recorded') : { ...plain, state: 'proven', index: proven.index, proof: proven.proof };
  } catch (cause) {
    if (cause instanceof LedgerAway || cause instanceof LedgerUntrue) return waiting('unwitnessed');
    throw cause;
  }
}

/** Receipt of a record that has just been written: no head can cover it yet. */
export function unplacedReceipt(row: AuditRow, state: WitnessState): Receipt {
  return { id: row.id, event: row.event, record: row.record, salt: toBase64Url(row.salt), state, index: null, proof: null };
}
