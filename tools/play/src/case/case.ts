import type { AgencyType, Nation, Outcome, Purpose, RefusalGround, ResponseType, SubjectRole, Urgency, LessIntrusive } from '@lateral/domain';
import type { CapacityFound, CodedShare, ConsentOutcome, ConsentSought, HandlingLimit, Informed, ItemNature, NotSoughtReason, OverrideGround, ResponseDecision, SubjectKind } from '@lateral/domain/justification';

/** The parts of a case file that a round plays (shape: the case schema; names are the file's own). */
export interface Case {
  id: string;
  title: string;
  area: { local_authority: string };
  nation: Nation;
  subject_kind: SubjectKind;
  received_at: string;
  people: CasePerson[];
  relationships: { from: string; to: string; type: string; pr: boolean | null }[];
  referral_reason: string;
  service_history: string;
  brag: Urgency | 'blue';
  brag_changes: { at: string; from: Urgency | 'blue'; to: Urgency | 'blue' }[];
  threshold_believed: CodedShare['threshold'];
  threshold_rationale: string | null;
  strategy_discussion_at: string | null;
  purpose_code: Purpose;
  purpose_text: string;
  consent: CaseConsent;
  joined_check: CaseJoinedCheck | null;
  refs: { dpia_ref: string; isa_ref: string; retention_class: string; security_marking: string };
  policy: CasePolicy;
  staff: { id: string; name: string; role: string }[];
  requests: CaseRequest[];
  meanwhile: { id: string; at: string; type: string; request_id: string | null; text: string; affects_items: string[]; affects_decision_points: string[] }[];
  outcome: CaseOutcome;
  expect: { requests: CaseRequestVerdict[]; responses: CaseVerdict[] };
}

/** The other door's check where a family has two: its own purpose, threshold, subject and consent. */
export interface CaseJoinedCheck {
  requester_agency_type: AgencyType;
  subject_kind: SubjectKind;
  threshold_believed: CodedShare['threshold'];
  threshold_rationale: string | null;
  strategy_discussion_at: string | null;
  purpose_code: Purpose;
  purpose_text: string;
  consent: CaseConsent;
}

/** Days are numbered from Monday (1); hours are `HH:MM`. */
export interface CaseWeek {
  days: number[];
  from: string;
  to: string;
}

/** The deadline and repeat policy in force, complete in the file. */
export interface CasePolicy {
  code: string;
  clock_start: 'posted_at' | 'received_at';
  hours: Record<Urgency | 'blue', { value: number; clock: 'calendar' | 'working' } | null>;
  working_week: CaseWeek;
  agency_weeks: Partial<Record<AgencyType, CaseWeek>>;
  bank_holidays: string[];
  repeat_rule: { forms: string[]; grades: string[]; count: number; months: number; scope: 'person_or_household'; includes_current: boolean };
}

export interface CasePerson {
  id: string;
  name: string;
  aliases: { name: string; kind: string }[];
  roles: SubjectRole[];
  dob: string | null;
  addresses: { line: string; town: string; confidential: boolean }[];
  note: string | null;
}

export interface CaseConsent {
  consent_sought: ConsentSought;
  consent_outcome: ConsentOutcome | null;
  consent_not_sought_reason: NotSoughtReason | null;
  informed: Informed;
  capacity: CapacityFound;
  override_ground: OverrideGround | null;
  override_text: string | null;
}

export interface CaseStack {
  default_stack: string | null;
  regime: string;
  art6: string[];
  art9: string[];
  sch1: string[];
  art10: string[];
  p3: string[];
  s36_4_authority: string | null;
  gateway: string[];
  confidentiality: string[];
  hra: string[];
  s1_18_reason: 'a' | 'b' | 'c' | null;
  apd: { id: string | null; version: string | null; review_date: string | null } | null;
  would_share_anyway: boolean | null;
  catalogue_version: string;
}

export interface CaseRequest {
  id: string;
  check: 'main' | 'joined';
  requester: { agency_type: AgencyType; decided_by: string };
  agency_type: AgencyType;
  agency_name: string;
  lang: 'en' | 'cy';
  brag: Urgency;
  posted_at: string;
  question_asked: string | null;
  data_categories: string[];
  time_window: { from: string; to: string; reason: string | null } | null;
  subject_scope: { person: string; role: SubjectRole; why: string }[];
  special_category: boolean;
  criminal_offence: boolean;
  lawful_stack: CaseStack;
  public_task_statement: string | null;
  necessity_why: string | null;
  less_intrusive_considered: { code: LessIntrusive; text: string } | null;
  proportionality_why: string | null;
  harm_of_not_sharing: string | null;
  third_party: CaseThirdParty[];
  responder: {
    nation: Nation;
    public_authority: boolean;
    competent_authority: boolean;
    commissioned_provider: boolean;
    responded_at: string | null;
    interim: { at: string; response_type: ResponseType | 'AUTO_OVERDUE'; text: string }[];
    returns: CaseReturns | null;
  };
}

export interface CaseReturns {
  response_type: ResponseType | 'AUTO_OVERDUE';
  decision: ResponseDecision;
  refusal_ground: RefusalGround | null;
  written_reasons: string | null;
  systems_searched: { system: string; search_terms: string; searched_at: string | null; searched_by: string }[];
  items: CaseItem[];
  context: string | null;
  analysis: string | null;
  withheld: { withheld: boolean; category: string | null };
  special_category: boolean;
  criminal_offence: boolean;
  lawful_stack: CaseStack;
  necessity_why: string | null;
  proportionality_why: string | null;
  approved_by: string;
  lang: 'en' | 'cy';
}

/** What somebody answered. */
export type CaseAnswer = CaseReturns & { response_type: ResponseType };

export interface CaseItem {
  id: string;
  about_person: string;
  nature: ItemNature;
  text: string;
  lang: 'en' | 'cy';
  source: string | null;
  event_date: string | null;
  recorded_date: string | null;
  reliability: string | null;
  relevance: string | null;
  handling: HandlingLimit | null;
  third_party: CaseThirdParty | null;
}

export interface CaseThirdParty {
  who: string;
  relevance_ticked: boolean;
}

/** Code and time are null where nothing was decided. */
export interface CaseOutcome {
  code: Outcome | null;
  also: Outcome[];
  decided_at: string | null;
  rationale: string;
  decision_points: { id: string; text: string; relies_on: string[] }[];
  not_relied_on: { item: string; why: string }[];
}

export interface CaseVerdict {
  request_id: string;
  verdict: 'accept' | 'warn' | 'block';
  /** T codes, officers' checks and wanting fields, as first submitted. */
  rules: string[];
  dpo_checks: string[];
  field_errors: string[];
  fix: { target: 'request' | 'response' | 'case'; patch: { op: string; path: string; value?: unknown }[] } | null;
  verdict_after_fix: 'accept' | 'warn' | 'block' | null;
}

/** Of a request; null where it may never leave. */
export interface CaseRequestVerdict extends CaseVerdict {
  due_at: string | null;
}
