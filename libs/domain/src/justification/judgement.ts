/** What the rules made of one share. Both sides, the hub, the browser and the offline verifier come to the same one. */
export const VERDICTS = ['accept', 'warn', 'block'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Rules of the fact file (1.11), checks a data protection officer makes (2.5) that are made at the time, and our own further findings. */
export const RULE_CODES = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'T10', 'T11', 'T12', 'T13'] as const;
export type RuleCode = (typeof RULE_CODES)[number];
export const OFFICER_CHECKS = ['D-02', 'D-07', 'D-08', 'D-17'] as const;
export type OfficerCheck = (typeof OFFICER_CHECKS)[number];
/** Told beside the verdict; only the agreement's may make it `warn`. */
export const OTHER_FINDINGS = ['wrong-nation-gateway', 'gateway-does-not-bind', 'thin-window', 'row-needs-another', 'rows-at-odds', 'row-to-be-checked', 'words-carry-identifier', 'words-loaded', 'words-stock-phrase', 'words-too-short', 'words-only-citation', 'words-repeated', 'agreement-absent', 'agreement-expired', 'agreement-does-not-cover', 'agreement-near-expiry'] as const;
export type OtherFinding = (typeof OTHER_FINDINGS)[number];

/** Fields of the record that can be found wanting, as the cases name them. */
export const FIELD_ERRORS = ['question_asked', 'necessity_why', 'proportionality_why', 'harm_of_not_sharing', 'data_categories_requested', 'threshold_believed', 'less_intrusive_considered', 'time_window', 'public_task_statement', 'consent_not_sought_reason', 'lawful_stack.s1_18_reason', 'item.relevance', 'systems_searched', 'refusal_ground', 'written_reasons'] as const;
export type FieldError = (typeof FIELD_ERRORS)[number];

/** Every code that a finding can have. */
export const FINDING_CODES = [...RULE_CODES, ...OFFICER_CHECKS, ...FIELD_ERRORS, ...OTHER_FINDINGS] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

export interface BothLanguages { en: string; cy: string }

/** One thing that a rule found: where in the coded record (JSON pointer), in a plain sentence, with the smallest change that mends it. */
export interface Finding {
  code: FindingCode;
  kind: 'rule' | 'officer_check' | 'field' | 'other';
  level: 'note' | 'warn' | 'block';
  field: string;
  /** Catalogue or item codes it is about; never words. */
  about: string[];
  sentence: BothLanguages;
  mend: BothLanguages;
}

export interface Judgement {
  verdict: Verdict;
  findings: Finding[];
}

/** Codes of one kind in a judgement, each once, in the order of the fact file. */
export function codesOf(judgement: Judgement, kind: Finding['kind']): string[] {
  return [...new Set(judgement.findings.filter((finding) => finding.kind === kind).map(({ code }) => code as string))].sort(inFileOrder);
}

// T2 comes before T10.
function inFileOrder(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
