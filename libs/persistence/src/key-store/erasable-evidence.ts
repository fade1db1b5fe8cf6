import type { EvidenceStore, KeptEnvelope, ObjectKeys } from '@lateral/exchange';
import { unlockEnvelope } from './erasable-checks.js';

/**
 * Evidence over messages that lie locked in the store. One whose key has been destroyed is carried without ciphertext: that it was
 * erased is said by the record of the erasure, which every party's pack holds with its receipt.
 */
export class ErasableEvidence implements EvidenceStore {
  readonly ciphertextBytes: EvidenceStore['ciphertextBytes'];
  readonly recordsKept: EvidenceStore['recordsKept'];
  readonly recordsErased: EvidenceStore['recordsErased'];

  constructor(private readonly store: EvidenceStore, private readonly keys: ObjectKeys) {
    this.ciphertextBytes = (...asked) => store.ciphertextBytes(...asked);
    this.recordsKept = (...asked) => store.recordsKept(...asked);
    this.recordsErased = (...asked) => store.recordsErased(...asked);
  }

  async envelopes(check: string, agency: string, withCiphertext = false): Promise<KeptEnvelope[]> {
    const kept = await this.store.envelopes(check, agency, withCiphertext);
    if (!withCiphertext) return kept;
    const keys = await this.keys.find(kept.filter(({ sealed }) => sealed.content !== null).map(({ sealed }) => sealed.header.context.message));
    return kept.map((each) => unlocked(each, keys));
  }
}

function unlocked({ sealed, judgement }: KeptEnvelope, keys: ReadonlyMap<string, Uint8Array>): KeptEnvelope {
  const { message } = sealed.header.context;
  const key = keys.get(message);
  const { content, narrative } = sealed;
  if (content === null || narrative === null || key === undefined) return { sealed: { ...sealed, content: null, narrative: null }, judgement };
  return { sealed: unlockEnvelope(key, message, { ...sealed, content, narrative }), judgement };
}
