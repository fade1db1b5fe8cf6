import type { AgencyType, Nation, Purpose } from '../codes.js';
import type { BothLanguages } from '../justification/judgement.js';
import type { HandlingLimit } from '../justification/codes.js';

const list = <const T extends readonly string[]>(...codes: T): T => codes;

/** Fact file 5.6: a WASPI information sharing protocol in Wales, a data sharing agreement in England. */
export const AGREEMENT_KINDS = list('waspi_isp', 'data_sharing_agreement');
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];

/** Fact file 5.4: how long what was shared is kept. */
export const RETENTION_CLASSES = list('RET-NFA', 'RET-EH', 'RET-SAFE-C', 'RET-SAFE-A', 'RET-LEDGER', 'RET-HOLD');
export type RetentionClass = (typeof RETENTION_CLASSES)[number];

export const SECURITY_MARKINGS = list('OFFICIAL', 'OFFICIAL-SENSITIVE');
export type SecurityMarking = (typeof SECURITY_MARKINGS)[number];

/** What a WASPI protocol must tell beside its clauses (fact file 2.1 N-10): who, why, where, when, what and how. */
export const TERM_CODES = list('why', 'whose', 'powers_and_consent', 'procedure', 'review', 'staff');
export type TermCode = (typeof TERM_CODES)[number];

/** A calendar day in the United Kingdom, YYYY-MM-DD. */
export type Day = string;

/** Agencies that a clause speaks of: those of a kind, and those named. Null in its place is every party. */
export interface Who {
  types: AgencyType[];
  agencies: string[];
}

/** A stack offered to one side; it may be changed by the person who shares (fact file 1.12). Null purposes are all of the clause's. */
export interface OfferedStack {
  side: 'asking' | 'sharing';
  types: AgencyType[];
  purposes: Purpose[] | null;
  stack: string;
}

export interface Clause {
  /** Numbers with points, as in `2` and `2.1`. */
  number: string;
  title: BothLanguages;
  direction: 'asking' | 'sharing' | 'both';
  purposes: Purpose[];
  /** Data categories (`police.warnings`), or whole question packs (`police.*`). */
  categories: string[];
  askers: Who | null;
  answerers: Who | null;
  /** The first that fits is offered. */
  defaultStacks: OfferedStack[];
  /** Months to look back: what is asked as a rule, and beyond what the clause does not reach (null: as long as there is a reason). */
  windowMonths: { usual: number; longest: number | null };
  /** Hold for all that is given under the clause, beside what the giver of an item sets. */
  handling: HandlingLimit[];
  /** Question packs that are offered. */
  packs: string[];
  /** Null: that of the agreement. */
  retentionClass: RetentionClass | null;
}

/** An agreement as data. Its text is the parties' own and tells of no person. */
export interface AgreementDocument {
  v: 1;
  type: 'agreement';
  reference: string;
  version: number;
  kind: AgreementKind;
  title: BothLanguages;
  /** Whose law it was written under. A body from over the border may be a party all the same. */
  nations: Nation[];
  parties: { agency: string }[];
  clauses: Clause[];
  terms: { code: TermCode; text: BothLanguages }[];
  handling: { marking: SecurityMarking };
  retentionClass: RetentionClass;
  review: Day;
  /** First and last day on which it is in force. */
  inForceFrom: Day;
  expires: Day;
  /** Code of the template it was made from. */
  template: string | null;
  /** Digest of the version before, null in the first. */
  previousDigest: string | null;
}

/** One version with its digest (of kind `agreement`), which is what signatories approve. */
export interface AgreementVersion {
  document: AgreementDocument;
  digest: string;
}

/** A version that two signatories approved (see `approvalState`). It never changes. */
export type PublishedAgreement = AgreementVersion;

/** The stack that a clause offers to one side for a purpose, or null where it offers none. */
export function offeredStack(clause: Pick<Clause, 'defaultStacks'>, side: OfferedStack['side'], type: AgencyType, purpose: Purpose): string | null {
  const fits = (each: OfferedStack): boolean => each.side === side && each.types.includes(type) && (each.purposes?.includes(purpose) ?? true);
  return clause.defaultStacks.find(fits)?.stack ?? null;
}
