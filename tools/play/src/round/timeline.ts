import type { PlannedAnswer, PlannedCheck, PlannedRequest, RoundPlan } from '../case/plan-round.js';

/** What happens next in a round, with the case's time for it. */
export type Step =
  | { kind: 'post'; at: Date; check: PlannedCheck }
  | { kind: 'answer'; at: Date; check: PlannedCheck; request: PlannedRequest; answer: PlannedAnswer }
  | { kind: 'correct'; at: Date; check: PlannedCheck; request: PlannedRequest }
  | { kind: 'withdraw'; at: Date; check: PlannedCheck }
  | { kind: 'decide'; at: Date; check: PlannedCheck }
  | { kind: 'close'; at: Date; check: PlannedCheck };

const ORDER: Record<Step['kind'], number> = { post: 0, answer: 1, correct: 2, withdraw: 3, decide: 4, close: 5 };
/** A check is closed once everything that the case tells has happened to it. */
const CLOSED_AFTER_MS = 3_600_000;

/** The steps of a round in the order the case tells them. */
export function timelineOf(plan: RoundPlan): Step[] {
  return plan.checks.flatMap(stepsOf).sort((a, b) => a.at.getTime() - b.at.getTime() || ORDER[a.kind] - ORDER[b.kind]);
}

function stepsOf(check: PlannedCheck): Step[] {
  const sent = check.requests.filter((request) => request.sent);
  if (sent.length === 0) return [];
  const steps: Step[] = [
    { kind: 'post', at: check.postedAt, check },
    { kind: 'decide', at: later(check.decidedAt, check.postedAt), check },
    ...(check.withdrawnAt === null ? [] : [{ kind: 'withdraw', at: later(check.withdrawnAt, check.postedAt), check } as const]),
    ...sent.flatMap((request) => [
      ...request.answers.map((answer): Step => ({ kind: 'answer', at: later(answer.at, check.postedAt), check, request, answer })),
      ...(request.correction === null ? [] : [{ kind: 'correct', at: later(request.correction.at, check.postedAt), check, request } as const]),
    ]),
  ];
  const last = new Date(Math.max(...steps.map(({ at }) => at.getTime())) + CLOSED_AFTER_MS);
  return check.withdrawnAt === null ? [...steps, { kind: 'close', at: last, check }] : steps;
}

function later(a: Date, b: Date): Date {
  return a.getTime() > b.getTime() ? a : b;
}
