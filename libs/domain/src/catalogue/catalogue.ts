import type { AgencyType, Nation, Threshold } from '../codes.js';

/** Families of rows (fact file 1.13); `REG` selects the regime, `STACK` names a default stack. */
export const FAMILIES = ['REG', 'ART6', 'ART9', 'ART10', 'SCH1', 'P3', 'SCH8', 'CONF', 'HRA', 'GATEWAY'] as const;
export type Family = (typeof FAMILIES)[number];
export const ROW_KINDS = ['basis', 'condition', 'duty', 'power', 'function', 'limit'] as const;
export type RowKind = (typeof ROW_KINDS)[number];
/** What consent is to a row. */
export const CONSENT_ROLES = ['is', 'not_needed', 'record_reason', 'seek_views'] as const;
export type ConsentRole = (typeof CONSENT_ROLES)[number];
/** Classes of data that a row is for; a row with none says nothing about the class. */
export const DATA_CLASSES = ['personal', 'special_category', 'health', 'criminal_offence', 'confidential', 'law_enforcement'] as const;
export type DataClass = (typeof DATA_CLASSES)[number];
/**
 * What a row is beside its kind. `board_only`: for a board's or partnership's own work, never for one check (rule T1).
 * `stands_without_agreement`: a duty that carries a question below section 47 to which nobody agreed (check D-07).
 */
export const ROW_MARKS = ['board_only', 'stands_without_agreement'] as const;
export type RowMark = (typeof ROW_MARKS)[number];

/**
 * When a row is law in one nation. Calendar days, both inclusive; null is open. `announced` marks a beginning that was
 * announced and not verified. `begun: false` marks law that was made and has no day on which it begins; both days are null then.
 */
export interface InForce {
  from: string | null;
  to: string | null;
  announced?: boolean;
  begun?: boolean;
}

/** One row of the law, as data: a change of law is a new row or a date, never code. */
export interface CatalogueRow {
  code: string;
  family: Family;
  kind: RowKind;
  name: { en: string; cy: string };
  citation: string;
  /** Where its text is; null where it has no one text. */
  url: string | null;
  /** Nations in which it can be relied on at all, with when. A nation that is absent has no such row. */
  inForce: Partial<Record<Nation, InForce>>;
  subject: 'child' | 'adult' | 'both';
  /** Who may rely on it; null is any body. */
  sharers: AgencyType[] | null;
  /** Of the sharers, those that may only while they provide services under arrangements with a listed body (CA 2004 s16LA(4)(c)). */
  commissionedOnly: AgencyType[];
  /** Whom the law forbids to rely on it, by name (rule T2). */
  barredSharers: AgencyType[];
  /** Whom it lets be told or asked; null is any body. */
  recipients: AgencyType[] | null;
  /** Only for bodies that are (or are not) public authorities; null says nothing. */
  publicAuthority: boolean | null;
  requiresAll: string[];
  requiresAny: string[];
  excludes: string[];
  /** Whether an appropriate policy document is needed. `unless_to_competent_authority`: DPA 2018 Sch 1 para 10(3). */
  policyDocument: 'never' | 'always' | 'unless_to_competent_authority';
  consentRole: ConsentRole;
  /** Grounds of refusal that the law itself gives; empty where it says nothing in these codes. */
  refusalGrounds: string[];
  refusalNeedsWrittenReasons: boolean;
  marks: RowMark[];
  dataClasses: DataClass[];
  /** Sealed fields whose words must bear on this row, as the justification names them. */
  needsFreeText: string[];
  /** Offered when a share is made; historic and wrong-purpose rows are readable and not offered. */
  offered: boolean;
  note: { en: string; cy: string } | null;
  source: string[];
  /** `check`: own knowledge, not yet signed off by a solicitor or data protection officer. Screens and exports show it. */
  status: 'sourced' | 'check';
  /** Who signed the row off, and on which calendar day; null until somebody has. */
  reviewedBy: string | null;
  reviewedOn: string | null;
}

/** The whole law in one version: what was relied on stays readable under it for ever. */
export interface CatalogueDocument {
  version: string;
  rows: CatalogueRow[];
  stacks: DefaultStack[];
}

/** The lists of a stack, by the names they have in the record of a share. */
export const STACK_LISTS = ['art6', 'art9', 'sch1', 'art10', 'p3', 'confidentiality', 'hra'] as const;
export type StackList = (typeof STACK_LISTS)[number];

/** Another way to fill a stack: what it names takes the place of the stack's own, the rest stays. */
export interface StackAlternative extends Partial<Record<StackList, string[]>> {
  name: { en: string; cy: string };
  /** Only for bodies that are (or are not) public authorities; null is any. */
  publicAuthority: boolean | null;
  /** Only for bodies that provide services under arrangements with a listed body. */
  commissionedOnly: boolean;
  regime?: string;
  gateway?: Partial<Record<Nation, string[]>>;
  s36Authority?: Partial<Record<Nation, string>>;
}

/** A stack that is offered ready made (fact file 1.12); the person may change it. */
export interface DefaultStack extends Record<StackList, string[]> {
  code: string;
  name: { en: string; cy: string };
  nations: Nation[];
  subject: 'child' | 'adult' | 'both';
  sharers: AgencyType[] | null;
  direction: 'asking' | 'sharing' | 'both';
  /** Thresholds that it is for; null is any. */
  thresholds: Threshold[] | null;
  /** For immediate danger only: offered where the rating is red. */
  emergency: boolean;
  regime: string;
  gateway: Partial<Record<Nation, string[]>>;
  /** What authorises use outside law enforcement, where the regime is Part 3 to Part 2. */
  s36Authority: Partial<Record<Nation, string>>;
  alternatives: StackAlternative[];
  source: string[];
  status: 'sourced' | 'check';
}
