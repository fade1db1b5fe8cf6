import type { AgencyStatement, Roster, SignedDocument } from './directory.js';
import type { EnvelopeHeader } from './envelope.js';
import type { JustificationRecord } from './justification.js';
import type { Receipt } from './records.js';

/**
 * An evidence pack: everything one party needs to prove, years later and without us, what was shared with whom and why.
 * It is personal data. What is inside is evidence, never trust: a reader brings the root's fingerprint.
 */
export interface EvidencePack {
  v: 1;
  type: 'evidence';
  notice: { en: string; cy: string };
  /** The root's statements about the agencies that sign or receive anything in here, and no others. */
  agencies: SignedDocument<AgencyStatement>[];
  /** Rosters of the agencies that sign anything in here, every version that was in force. */
  rosters: SignedDocument<Roster>[];
  /** The agency this pack was made for. */
  agency: string;
  check: { id: string; reference: string };
  envelopes: EvidenceEnvelope[];
  /** Every audit record this agency is party to. */
  receipts: Receipt[];
  /** The signed head (C2SP checkpoint, cosignatures included) that the proofs lead to. */
  checkpoint: string;
  /** For each earlier head that a proof leads to: that signed head as `from`, and the path from it to `checkpoint` (hashes in base64 with padding). */
  consistency: { from: string; path: string[] }[];
}

/** One message: what was signed outside, and its ciphertext only where it was asked for. */
export interface EvidenceEnvelope {
  header: EnvelopeHeader;
  signature: string;
  justification: JustificationRecord;
  content: string | null;
  narrative: string | null;
}

/** Exit codes of the verifier, one per class of finding. The first that applies in this order is the answer. */
export const VERIFY_EXIT = { proven: 0, unreadable: 2, unknownKey: 3, badSignature: 4, changedRecord: 5, missingEntry: 6, inconsistentCheckpoints: 7, notPinned: 8 } as const;
export type VerifyFinding = keyof typeof VERIFY_EXIT;
