import type { AgencyType, Nation, Outcome, Purpose, RefusalGround, ResponseType, SubjectRole, Threshold, Urgency, LessIntrusive } from '@lateral/domain';

/** The parts of a case file that a round plays (shape: the case schema; names are the file's own). */
export interface Case {
  id: string;
  title: string;
  nation: Nation;
  received_at: string;
  people: CasePerson[];
  relationships: { from: string; to: string; type: string; pr: boolean | null }[];
  referral_reason: string;
  service_history: string;
  brag: Urgency;
  threshold_believed: Threshold;
  threshold_rationale: string | null;
  purpose_code: Purpose;
  purpose_text: string;
  consent: CaseConsent;
  joined_check: { requester_agency_type: AgencyType; threshold_believed: Threshold; threshold_rationale: string | null; purpose_code: Purpose; purpose_text: string; consent: CaseConsent } | null;
  policy: { hours: Record<Urgency, { value: number; clock: 'calendar' | 'working' } | null> };
  staff: { id: string; name: string; role: string }[];
  requests: CaseRequest[];
  meanwhile: { id: string; at: string; type: string; request_id: string | null; text: string; affects_items: string[]; affects_decision_points: string[] }[];
  outcome: CaseOutcome;
  expect: { requests: CaseVerdict[]; responses: CaseVerdict[] };
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
  consent_sought: 'yes' | 'no' | 'not_appropriate';
  consent_outcome: string | null;
  consent_not_sought_reason: string | null;
  informed: 'yes' | 'no' | 'later';
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
  question_asked: string;
  data_categories: string[];
  time_window: { from: string; to: string; reason: string | null } | null;
  subject_scope: { person: string; role: SubjectRole; why: string }[];
  special_category: boolean;
  criminal_offence: boolean;
  lawful_stack: CaseStack;
  public_task_statement: string | null;
  necessity_why: string;
  less_intrusive_considered: { code: LessIntrusive; text: string } | null;
  proportionality_why: string;
  harm_of_not_sharing: string;
  responder: {
    nation: Nation;
    public_authority: boolean;
    responded_at: string | null;
    interim: { at: string; response_type: ResponseType | 'AUTO_OVERDUE'; text: string }[];
    returns: CaseReturns | null;
  };
}

export interface CaseReturns {
  response_type: ResponseType;
  refusal_ground: RefusalGround | null;
  written_reasons: string | null;
  systems_searched: { system: string; search_terms: string; searched_at: string; searched_by: string }[];
  items: CaseItem[];
  context: string;
  analysis: string | null;
  withheld: { withheld: boolean; category: string | null };
  special_category: boolean;
  criminal_offence: boolean;
  lawful_stack: CaseStack;
  necessity_why: string;
  proportionality_why: string;
  approved_by: string;
  lang: 'en' | 'cy';
}

export interface CaseItem {
  id: string;
  about_person: string;
  nature: string;
  text: string;
  lang: 'en' | 'cy';
  source: string;
  event_date: string | null;
  recorded_date: string | null;
  reliability: string | null;
  relevance: string | null;
  handling: string | null;
}

export interface CaseOutcome {
  code: Outcome;
  also: Outcome[];
  decided_at: string;
  rationale: string;
  decision_points: { id: string; text: string; relies_on: string[] }[];
  not_relied_on: { item: string; why: string }[];
}

export interface CaseVerdict {
  request_id: string;
  verdict: 'accept' | 'warn' | 'block';
  fix: { target: 'request' | 'response' | 'case'; patch: { op: string; path: string; value?: unknown }[] } | null;
}
