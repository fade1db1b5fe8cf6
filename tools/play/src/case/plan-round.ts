import { URGENCIES, type AgencyType, type Urgency } from '@lateral/domain';
import { AGENCY_CALLED } from '@lateral/domain/statement';
import type { Case, CaseRequest } from './case.js';
import { standingOf } from './parties.js';
import type { PlannedAgency, PlannedAgreement, PlannedCheck, RoundPlan } from './plan.js';
import { planRequest, type AgencyOf } from './plan-request.js';
import { policyOf } from './policy.js';
import { ratingsOf } from './ratings.js';
import type { ReadCase } from './read-case.js';

/** `prefix` comes before the id of each agency, for an installation that holds those of several cases. */
export function planRound(read: ReadCase, prefix = ''): RoundPlan {
  const { played } = read;
  const agencies = new Map<string, PlannedAgency>();
  const agencyOf = agencyIds(played, agencies, prefix);
  const keys = (['main', 'joined'] as const).filter((key) => played.requests.some(({ check }) => check === key));
  const checks = keys.map((key) => planCheck(read, key, agencyOf));
  return {
    file: read.file, case: played.id, title: played.title, startsAt: startOf(played), policy: policyOf(played.policy), bankHolidays: played.policy.bank_holidays,
    agreement: planAgreement(played, checks), agencies: [...agencies.values()], checks,
  };
}

/** A report is received before anything is asked because of it; where a case has it otherwise, it begins with what is asked. */
function startOf({ received_at, requests }: Case): Date {
  return new Date(Math.min(Date.parse(received_at), ...requests.map(({ posted_at }) => Date.parse(posted_at))));
}

/** The longest name that a partnership file takes. */
const LONGEST_NAME = 200;

/** Gives each agency of the case an id: its kind, and a number where there are several of a kind. */
function agencyIds(played: Case, agencies: Map<string, PlannedAgency>, prefix: string): AgencyOf {
  const known = new Map<string, string>();
  return (type, name, more = {}) => {
    const key = `${type}\n${name ?? ''}`;
    const id = known.get(key) ?? nextId(type, agencies, prefix);
    known.set(key, id);
    if (!agencies.has(id)) agencies.set(id, { id, type, nation: played.nation, name: (name ?? `${played.area.local_authority}, ${AGENCY_CALLED[type].en}`).slice(0, LONGEST_NAME), ...standingOf(played, type), language: 'en', ...more });
    return id;
  };
}

function nextId(type: AgencyType, agencies: Map<string, PlannedAgency>, prefix: string): string {
  const stem = `${prefix}${type.toLowerCase().replaceAll('_', '-')}`;
  const taken = [...agencies.values()].filter((agency) => agency.type === type).length;
  return taken === 0 ? stem : `${stem}-${taken + 1}`;
}

function planCheck(read: ReadCase, key: 'main' | 'joined', agencyOf: AgencyOf): PlannedCheck {
  const { played } = read;
  const requests = played.requests.filter(({ check }) => check === key);
  const first = requests[0];
  if (first === undefined) throw new Error('a check without requests was planned');
  const asking = agencyOf(first.requester.agency_type, null);
  const withdrawal = played.meanwhile.find(({ type }) => type === 'withdrawal');
  const postedAt = new Date(Math.min(...requests.map(({ posted_at }) => Date.parse(posted_at))));
  return {
    key, asking, urgency: openedAs(requests, postedAt), language: first.lang, receivedAt: new Date(played.received_at), postedAt,
    requests: requests.map((request) => planRequest(read, request, { agencyOf, asking })),
    ratings: ratingsOf(played).filter(({ at }) => at > postedAt),
    withdrawnAt: withdrawal === undefined ? null : new Date(withdrawal.at),
    decided: planDecision(played, key),
  };
}

/** A check has one rating at a time: it is opened with the most urgent of what is asked first, so that this waits for nothing. */
function openedAs(requests: readonly CaseRequest[], postedAt: Date): Urgency {
  return URGENCIES.find((urgency) => requests.some(({ brag, posted_at }) => brag === urgency && Date.parse(posted_at) === postedAt.getTime())) ?? 'green';
}

/** A joined check's decision is its own: the outcome that its agency came to, on the items that it was given. */
function planDecision(played: Case, key: 'main' | 'joined'): PlannedCheck['decided'] {
  const { code, also, decided_at, rationale, decision_points } = played.outcome;
  const outcome = key === 'joined' ? (also[0] ?? code) : code;
  if (outcome === null || decided_at === null) return null;
  const own = new Set(played.requests.filter(({ check }) => check === key).flatMap(({ responder }) => responder.returns?.items.map(({ id }) => id) ?? []));
  const points = decision_points.map(({ id, text, relies_on }) => ({ id, text, reliesOn: relies_on.filter((item) => own.has(item)) }));
  return { at: new Date(decided_at), decision: { outcome, rationale, points } };
}

/** Under the reference that the case names: all who ask and are asked in it, for what they ask, about all that is asked for or given. */
function planAgreement(played: Case, checks: readonly PlannedCheck[]): PlannedAgreement {
  const requests = checks.flatMap((check) => check.requests.map((request) => ({ check, request })));
  const records = requests.flatMap(({ request: { first, record, answers } }) => [record, ...(first === null ? [] : [first.record]), ...answers.flatMap((answer) => [answer.record, ...(answer.first === null ? [] : [answer.first.record])])]);
  const each = <T>(values: readonly T[]): T[] => [...new Set(values)];
  return {
    reference: played.refs.isa_ref, nation: played.nation, parties: each(requests.flatMap(({ check, request }) => [check.asking, request.agency])),
    purposes: each(records.map(({ purpose }) => purpose)), categories: each(records.flatMap(({ categories, response }) => [...categories, ...(response?.given ?? [])])),
  };
}
