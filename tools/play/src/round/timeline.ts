import type { PlannedAnswer, PlannedCheck, PlannedOverride, PlannedRequest, RoundPlan } from '../case/plan.js';

/** What happens next in a round, with the case's time for it. */
export type Step =
  | { kind: 'post'; at: Date; check: PlannedCheck }
  | { kind: 'ask'; at: Date; check: PlannedCheck; requests: PlannedRequest[] }
  | { kind: 'rate'; at: Date; check: PlannedCheck; rating: PlannedCheck['ratings'][number] }
  | { kind: 'answer'; at: Date; check: PlannedCheck; request: PlannedRequest; answer: PlannedAnswer }
  | { kind: 'correct'; at: Date; check: PlannedCheck; request: PlannedRequest }
  | { kind: 'review'; at: Date; check: PlannedCheck; request: PlannedRequest; override: PlannedOverride }
  | { kind: 'withdraw'; at: Date; check: PlannedCheck }
  | { kind: 'decide'; at: Date; check: PlannedCheck }
  | { kind: 'close'; at: Date; check: PlannedCheck };

const ORDER: Record<Step['kind'], number> = { post: 0, rate: 1, ask: 2, answer: 3, correct: 4, review: 5, withdraw: 6, decide: 7, close: 8 };
/** A check is closed once everything that the case tells has happened to it. */
const CLOSED_AFTER_MS = 3_600_000;

/** From when to when a case lasts. */
export function spanOf(plan: RoundPlan): { from: Date; to: Date } {
  const last = timelineOf(plan).at(-1);
  return { from: plan.startsAt, to: last === undefined ? plan.startsAt : last.at };
}

/** The steps of a round in the order the case tells them. */
export function timelineOf(plan: RoundPlan): Step[] {
  return plan.checks.flatMap(stepsOf).sort((a, b) => a.at.getTime() - b.at.getTime() || ORDER[a.kind] - ORDER[b.kind]);
}

function stepsOf(check: PlannedCheck): Step[] {
  const sent = check.requests.filter((request) => request.sent);
  if (sent.length === 0) return [];
  const steps: Step[] = [
    { kind: 'post', at: check.postedAt, check },
    ...laterGroups(check.requests).map(([at, requests]): Step => ({ kind: 'ask', at, check, requests })),
    // A check that has been decided or withdrawn has no rating to change.
    ...check.ratings.filter(({ at }) => at < (check.withdrawnAt ?? check.decidedAt)).map((rating): Step => ({ kind: 'rate', at: rating.at, check, rating })),
    { kind: 'decide', at: later(check.decidedAt, check.postedAt), check },
    ...(check.withdrawnAt === null ? [] : [{ kind: 'withdraw', at: later(check.withdrawnAt, check.postedAt), check } as const]),
    ...sent.flatMap((request) => [
      ...request.answers.map((answer): Step => ({ kind: 'answer', at: later(answer.at, request.postedAt), check, request, answer })),
      ...(request.override === null ? [] : [{ kind: 'review', at: later(request.override.reviewedAt, check.postedAt), check, request, override: request.override } as const]),
      ...(request.correction === null ? [] : [{ kind: 'correct', at: later(request.correction.at, check.postedAt), check, request } as const]),
    ]),
  ];
  const last = new Date(Math.max(...steps.map(({ at }) => at.getTime())) + CLOSED_AFTER_MS);
  return check.withdrawnAt === null ? [...steps, { kind: 'close', at: last, check }] : steps;
}

function later(a: Date, b: Date): Date {
  return a.getTime() > b.getTime() ? a : b;
}

/** Requests that are put later than the first, by the time at which they are. */
function laterGroups(requests: readonly PlannedRequest[]): [Date, PlannedRequest[]][] {
  const first = Math.min(...requests.map(({ postedAt }) => postedAt.getTime()));
  const groups = new Map<number, PlannedRequest[]>();
  for (const request of requests.filter(({ postedAt }) => postedAt.getTime() > first)) {
    const at = request.postedAt.getTime();
    groups.set(at, [...(groups.get(at) ?? []), request]);
  }
  return [...groups].map(([at, group]) => [new Date(at), group]);
}
