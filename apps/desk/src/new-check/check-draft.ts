import type { LessIntrusive, Purpose, SubjectRole, Threshold, Urgency } from '@lateral/domain';
import type { CodedShare, Informed, LawfulStack, NotSoughtReason, RecordOnlyReason, SubjectKind } from '@lateral/domain/justification';
import { NO_MOMENT, type MomentBoxes } from '../answer/answer-draft.js';
import type { Language } from '../words/languages.js';

/** A date as its three boxes have it, unread. */
export interface DateBoxes { day: string; month: string; year: string }

/** One person as the page has them. `id` is the pseudonym (`p1`) that the record in clear will use. */
export interface PersonDraft {
  id: string;
  given: string;
  family: string;
  otherNames: string;
  born: DateBoxes;
  isApproximate: boolean;
  role: SubjectRole;
  address: string;
  isHidden: boolean;
  nhsNumber: string;
  upn: string;
}

export const PERIODS = ['12', '24', 'birth', 'other'] as const;
/** How far back an agency is asked to look. */
export type Period = (typeof PERIODS)[number];

/** What is asked of one agency. What is null is as offered. */
export interface AgencyDraft {
  agency: string;
  categories: string[];
  more: string;
  period: Period;
  from: DateBoxes;
  periodReason: string;
  stack: LawfulStack | null;
  dataClasses: { specialCategory: boolean; criminalOffence: boolean } | null;
  acknowledgements: CodedShare['acknowledgements'];
}

/** Whether the family has been told, and where not, why. */
export type Told = 'yes' | NotSoughtReason;

/** What was put into the box for a block of text and found no field yet, and what came of the last one. `count`: people that were read of it. */
export interface Pasted { text: string; read: { count: number; unread: string[] } | null }

/** A check while it is written: lives in the page, sealed to its writer whenever it is put away, and nowhere in clear. */
export interface CheckDraft {
  v: 1;
  check: string;
  language: Language;
  /** ISO 8601: when the report came. */
  receivedAt: string;
  subjectKind: SubjectKind;
  people: PersonDraft[];
  /** Left out where nothing was ever put there. */
  pasted?: Pasted;
  referralReason: string;
  serviceHistory: string;
  purpose: Purpose | null;
  urgency: Urgency | null;
  threshold: Threshold | null;
  asked: AgencyDraft[];
  /** One sentence: what might go wrong if it is decided without these answers. */
  why: string;
  thresholdWhy: string;
  strategyDiscussionAt: string | null;
  /** The same as it is typed. */
  discussion: MomentBoxes;
  lessIntrusive: LessIntrusive | null;
  told: Told | null;
  informed: Informed;
  /** Where the family is told later: by when. */
  tellBy: DateBoxes;
  /** Ordinary words that the writer said name nobody. */
  notNames: string[];
  /** Blue: it is recorded, with why nobody is asked. */
  isRecordOnly: boolean;
  recordReason: RecordOnlyReason | null;
  override: CodedShare['override'];
}

export const NO_DATE: DateBoxes = { day: '', month: '', year: '' };

export function emptyPerson(id: string, role: SubjectRole): PersonDraft {
  return { id, given: '', family: '', otherNames: '', born: NO_DATE, isApproximate: false, role, address: '', isHidden: false, nhsNumber: '', upn: '' };
}

export function emptyCheck({ check, language, now }: { check: string; language: Language; now: Date }): CheckDraft {
  return {
    v: 1, check, language, receivedAt: now.toISOString(), subjectKind: 'child', people: [emptyPerson('p1', 'child')], referralReason: '', serviceHistory: '', purpose: null, urgency: null, threshold: null, asked: [],
    why: '', thresholdWhy: '', strategyDiscussionAt: null, discussion: NO_MOMENT, lessIntrusive: null, told: null, informed: 'later', tellBy: NO_DATE, notNames: [], isRecordOnly: false, recordReason: null, override: null,
  };
}

export function emptyAgency(agency: string, categories: string[]): AgencyDraft {
  return { agency, categories, more: '', period: '24', from: NO_DATE, periodReason: '', stack: null, dataClasses: null, acknowledgements: [] };
}

/** The next pseudonym that nobody of the check has had. */
export function nextPseudonym(people: readonly Pick<PersonDraft, 'id'>[]): string {
  return `p${Math.max(0, ...people.map(({ id }) => Number(id.slice(1)))) + 1}`;
}

/** What a purpose says of the threshold, until the person says otherwise. `nation` as the law of adults differs. */
export function thresholdOf(purpose: Purpose, nation: 'E' | 'W'): Threshold {
  switch (purpose) {
    case 's47_enquiry': case 'immediate_protection': return 's47';
    case 's17_s21_assessment': return 's17_or_w_care_support';
    case 's42_s126_enquiry': return nation === 'E' ? 's42' : 's126';
    case 'early_help_routing': return 'early_help';
    default: return 'not_known';
  }
}

/** How soon, as a rule, for a purpose. */
export function urgencyOf(purpose: Purpose): Urgency {
  if (purpose === 'immediate_protection' || purpose === 'missing') return 'red';
  return purpose === 'early_help_routing' || purpose === 's17_s21_assessment' ? 'green' : 'amber';
}
