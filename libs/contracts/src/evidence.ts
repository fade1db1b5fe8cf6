import type { AgencyStatement, Roster, SignedDocument } from './directory.js';
import type { EnvelopeHeader } from './envelope.js';
import type { JustificationRecord } from './justification.js';
import type { CatalogueDocument } from '@lateral/domain/catalogue';
import type { ShareJudgement } from './judgement.js';
import type { AgreementExtract } from './law.js';
import type { Receipt } from './records.js';

/**
 * An evidence pack: everything one party needs to prove, years later and without us, what was shared with whom and why.
 * It is personal data. What is inside is evidence, never trust: a reader brings the root's fingerprint.
 */
export interface EvidencePack {
  v: 1;
  type: 'evidence';
  notice: { en: string; cy: string };
  /**
   * The root's statements about the agencies that sign or receive anything in here, and no others: as each was when something was made, the one that
   * followed, and the newest.
   */
  agencies: SignedDocument<AgencyStatement>[];
  /** Rosters of the agencies that sign anything in here, every version that was in force. */
  rosters: SignedDocument<Roster>[];
  /** The agency this pack was made for. */
  agency: string;
  check: { id: string; reference: string };
  envelopes: EvidenceEnvelope[];
  /** Every version of the catalogue of law that a share in here was judged by. */
  catalogues: CatalogueDocument[];
  /** The clauses that cover the shares in here, without the names of the other parties to the agreement. */
  agreements: AgreementExtract[];
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
  /** What the hub made of it at the time; null for what is not judged. */
  judgement: ShareJudgement | null;
  content: string | null;
  narrative: string | null;
}

/** Exit codes of the verifier, one per class of finding. The first that applies in this order is the answer: a wrong verdict comes after all that makes a pack no evidence, for only what stands as it was recorded can be judged again. */
export const VERIFY_EXIT = { proven: 0, unreadable: 2, unknownKey: 3, badSignature: 4, changedRecord: 5, missingEntry: 6, inconsistentCheckpoints: 7, wrongVerdict: 9, notPinned: 8 } as const;
export type VerifyFinding = keyof typeof VERIFY_EXIT;
