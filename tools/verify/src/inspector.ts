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
  /** `before` is the roster version that came before it in the pack, to which it must be chained. */
  openRoster(signed: SignedDocument<Roster>, before: { version: number; digest: string } | null): Promise<{ ok: true; roster: VouchedRoster } | Refused>;
}

export interface VouchedRoster {
  document: Roster;
  digest: string;
  /** Checks who signed the header, that the reasons and the included ciphertext are those it was signed for, and that only the named readers can open it. */
  inspect(envelope: EvidenceEnvelope): Promise<{ ok: true; member: string } | Refused>;
}
