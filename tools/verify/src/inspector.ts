import type { AgencyStatement, EvidenceEnvelope, Roster, SignedDocument } from '@lateral/contracts';
import type { FindingCode } from './findings.js';

export type Refused = { ok: false; code: FindingCode };

/**
 * What the verifier needs of OpenPGP. Each trust is reached only through the one above it: a root's pin opens an agency's
 * statement, an agency opens its rosters, a roster opens what its members signed.
 */
export interface EvidenceInspector {
  /** The root's word about an agency as of `at`. `root` is a fingerprint, upper-case hex. */
  openStatement(signed: SignedDocument<AgencyStatement>, trust: { root: string; at: Date }): Promise<{ ok: true; agency: VouchedAgency } | Refused>;
}

export interface VouchedAgency {
  statement: AgencyStatement;
  /** The agency's rosters, oldest first, as one chain: each signed by two custodians of the one before. `version` in a refusal is the one at fault. */
  openRosters(signed: readonly SignedDocument<Roster>[]): Promise<{ ok: true; rosters: VouchedRoster[] } | (Refused & { version?: number })>;
}

export interface VouchedRoster {
  document: Roster;
  digest: string;
  /** When its second custodian signed it; when it was issued, where the root vouches for it. */
  since: Date;
  /** Checks who signed the header, that the reasons and the included ciphertext are those it was signed for, and that only the named readers can open it. */
  inspect(envelope: EvidenceEnvelope): Promise<{ ok: true; member: string } | Refused>;
}
