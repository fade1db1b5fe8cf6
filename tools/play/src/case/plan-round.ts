import type { Narrative, RequestBody, ResponseBody } from '@lateral/envelope';
import type { ResponseCodes } from '@lateral/contracts';
import { URGENCIES, type AgencyType, type Nation, type ResponseType, type Urgency } from '@lateral/domain';
import type { Case, CaseRequest, CaseReturns } from './case.js';
import { askingRecord, sharingRecord, systemCode, type CodedDraft } from './coded-record.js';
import { answerNarrative, interimWords, requestNarrative, requestWords, responseWords, type DecisionPlan } from './sealed-words.js';

export interface PlannedAgency {
  id: string;
  type: AgencyType;
  nation: Nation;
  name: string;
  publicAuthority: boolean;
  language: 'en' | 'cy';
}

export interface PlannedAnswer {
  at: Date;
  type: ResponseType;
  words: ResponseBody;
  narrative: Narrative;
  record: CodedDraft;
}

export interface PlannedRequest {
  id: string;
  agency: string;
  sent: boolean;
  dueAfterMs: number;
  words: RequestBody;
  narrative: Narrative;
  record: CodedDraft;
  answers: PlannedAnswer[];
  correction: { at: Date; items: string[]; text: string } | null;
}

export interface PlannedCheck {
  key: 'main' | 'joined';
  asking: string;
  urgency: Urgency;
  postedAt: Date;
  requests: PlannedRequest[];
  withdrawnAt: Date | null;
  decidedAt: Date;
  decision: DecisionPlan;
  language: 'en' | 'cy';
}

/** A case as a round of acts: who is in it, what each says and when. */
export interface RoundPlan {
  case: string;
  title: string;
  startsAt: Date;
  agencies: PlannedAgency[];
  checks: PlannedCheck[];
}

export function planRound(played: Case, sent: ReadonlySet<string>, answered: ReadonlySet<string>): RoundPlan {
  const agencies = new Map<string, PlannedAgency>();
  const agencyOf = agencyIds(played, agencies);
  const keys = (['main', 'joined'] as const).filter((key) => played.requests.some(({ check }) => check === key));
  const checks = keys.map((key) => planCheck(played, key, { sent, answered, agencyOf }));
  return { case: played.id, title: played.title, startsAt: new Date(played.received_at), agencies: [...agencies.values()], checks };
}

type AgencyOf = (type: AgencyType, name: string | null, more?: Partial<PlannedAgency>) => string;

/** Gives each agency of the case an id: its kind, and a number where there are several of a kind. */
function agencyIds(played: Case, agencies: Map<string, PlannedAgency>): AgencyOf {
  const known = new Map<string, string>();
  return (type, name, more = {}) => {
    const key = `${type}\n${name ?? ''}`;
    const id = known.get(key) ?? nextId(type, agencies);
    known.set(key, id);
    if (!agencies.has(id)) agencies.set(id, { id, type, nation: played.nation, name: name ?? type, publicAuthority: true, language: 'en', ...more });
    return id;
  };
}

function nextId(type: AgencyType, agencies: Map<string, PlannedAgency>): string {
  const stem = type.toLowerCase().replaceAll('_', '-');
  const taken = [...agencies.values()].filter((agency) => agency.type === type).length;
  return taken === 0 ? stem : `${stem}-${taken + 1}`;
}

interface PlanInput { sent: ReadonlySet<string>; answered: ReadonlySet<string>; agencyOf: AgencyOf }

function planCheck(played: Case, key: 'main' | 'joined', input: PlanInput): PlannedCheck {
  const requests = played.requests.filter(({ check }) => check === key);
  const first = requests[0];
  if (first === undefined) throw new Error('a check without requests was planned');
  const asking = input.agencyOf(first.requester.agency_type, null);
  // One rating a check: the most urgent of its requests, so that none of them waits longer than its own would.
  const urgency = URGENCIES.find((candidate) => requests.some(({ brag }) => brag === candidate)) ?? 'green';
  const withdrawal = played.meanwhile.find(({ type }) => type === 'withdrawal');
  return {
    key, asking, urgency, language: first.lang,
    postedAt: new Date(Math.min(...requests.map(({ posted_at }) => Date.parse(posted_at)))),
    requests: requests.map((request) => planRequest(played, request, { ...input, asking, urgency })),
    withdrawnAt: withdrawal === undefined ? null : new Date(withdrawal.at),
    decidedAt: new Date(played.outcome.decided_at),
    decision: planDecision(played, key),
  };
}

/** A joined check's decision is its own: the outcome that its agency came to, on the items that it was given. */
function planDecision(played: Case, key: 'main' | 'joined'): DecisionPlan {
  const own = new Set(played.requests.filter(({ check }) => check === key).flatMap(({ responder }) => responder.returns?.items.map(({ id }) => id) ?? []));
  return {
    outcome: key === 'joined' ? (played.outcome.also[0] ?? played.outcome.code) : played.outcome.code,
    rationale: played.outcome.rationale,
    points: played.outcome.decision_points.map(({ id, text, relies_on }) => ({ id, text, reliesOn: relies_on.filter((item) => own.has(item)) })),
  };
}

interface RequestInput extends PlanInput { asking: string; urgency: Urgency }

function planRequest(played: Case, request: CaseRequest, input: RequestInput): PlannedRequest {
  const { responder } = request;
  const agency = input.agencyOf(request.agency_type, request.agency_name, { nation: responder.nation, publicAuthority: responder.public_authority, language: request.lang });
  const correction = played.meanwhile.find(({ type, request_id }) => type === 'correction' && request_id === request.id);
  const rationale = request.check === 'joined' ? (played.joined_check?.threshold_rationale ?? null) : played.threshold_rationale;
  return {
    id: request.id, agency, sent: input.sent.has(request.id),
    dueAfterMs: (played.policy.hours[request.brag]?.value ?? 24) * 3_600_000,
    words: requestWords(played, request), narrative: requestNarrative(request, rationale),
    record: askingRecord(played, request, input.asking, input.urgency),
    answers: planAnswers(played, request, agency, input),
    correction: correction === undefined ? null : { at: new Date(correction.at), items: correction.affects_items, text: correction.text },
  };
}

function planAnswers(played: Case, request: CaseRequest, agency: string, { answered, urgency }: RequestInput): PlannedAnswer[] {
  const { interim, returns, responded_at } = request.responder;
  const before = interim.flatMap(({ at, response_type, text }) =>
    response_type === 'AUTO_OVERDUE' || returns === null ? [] : [interimAnswer(played, request, returns, { at, type: response_type, text, agency, urgency })]);
  if (returns === null || responded_at === null || !answered.has(request.id)) return before;
  const names = request.subject_scope.flatMap(({ person }) => played.people.filter(({ id }) => id === person).map(({ name }) => name));
  const response = codesOf(request, returns);
  return [...before, {
    at: new Date(responded_at), type: returns.response_type, words: responseWords(request, returns, names),
    narrative: answerNarrative(returns), record: sharingRecord(played, request, returns, { agency, urgency, response }),
  }];
}

interface Interim { at: string; type: ResponseType; text: string; agency: string; urgency: Urgency }

function interimAnswer(played: Case, request: CaseRequest, returns: CaseReturns, { at, type, text, agency, urgency }: Interim): PlannedAnswer {
  const needsTime = type === 'HOLDING' || type === 'VERBAL_GIVEN';
  const until = needsTime ? new Date(request.responder.responded_at ?? at).toISOString() : null;
  const response: ResponseCodes = { type, refusalGround: null, systems: [], searched: [], items: 0, withheld: false, until, redirectTo: null };
  return { at: new Date(at), type, words: interimWords(request, type, text), narrative: answerNarrative(returns), record: sharingRecord(played, request, returns, { agency, urgency, response }) };
}

function codesOf(request: CaseRequest, returns: CaseReturns): ResponseCodes {
  return {
    type: returns.response_type, refusalGround: returns.refusal_ground,
    systems: [...new Set(returns.systems_searched.map(({ system }) => systemCode(system)))],
    searched: returns.systems_searched.length === 0 ? [] : request.subject_scope.map(({ person }) => person),
    items: returns.items.length, withheld: returns.withheld.withheld, until: null,
    redirectTo: returns.response_type === 'REDIRECT' ? request.agency_type : null,
  };
}
