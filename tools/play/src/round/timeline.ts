import { URGENCIES } from '@lateral/domain';
import type { PlannedAnswer, PlannedCheck, PlannedOverride, PlannedRequest, RoundPlan } from '../case/plan.js';

/** What happens next in a round, with the case's time for it. What is asked at once is of one rating. */
export type Step =
  | { kind: 'post' | 'ask'; at: Date; check: PlannedCheck; requests: PlannedRequest[] }
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
  const asked = groupsOf(check.requests).map((requests, i): Step => ({ kind: i === 0 ? 'post' : 'ask', at: requests[0]!.postedAt, check, requests }));
  // What is refused and mended by nobody is tried all the same; where nothing else is asked, no check comes of it.
  if (sent.length === 0) return asked;
  const openedAt = new Date(Math.min(...sent.map(({ postedAt }) => postedAt.getTime())));
  const ends = check.withdrawnAt ?? check.decided?.at ?? null;
  const steps: Step[] = [
    ...asked,
    // A check that has been decided or withdrawn has no rating to change.
    ...check.ratings.filter(({ at }) => at > openedAt && (ends === null || at < ends)).map((rating): Step => ({ kind: 'rate', at: rating.at, check, rating })),
    ...(check.decided === null ? [] : [{ kind: 'decide', at: later(check.decided.at, openedAt), check } as const]),
    ...(check.withdrawnAt === null ? [] : [{ kind: 'withdraw', at: later(check.withdrawnAt, openedAt), check } as const]),
    ...sent.flatMap((request) => [
      ...request.answers.map((answer): Step => ({ kind: 'answer', at: later(answer.at, request.postedAt), check, request, answer })),
      ...(request.override === null ? [] : [{ kind: 'review', at: later(request.override.reviewedAt, openedAt), check, request, override: request.override } as const]),
      ...(request.correction === null ? [] : [{ kind: 'correct', at: later(request.correction.at, openedAt), check, request } as const]),
    ]),
  ];
  const last = new Date(Math.max(...steps.map(({ at }) => at.getTime())) + CLOSED_AFTER_MS);
  return check.withdrawnAt === null ? [...steps, { kind: 'close', at: last, check }] : steps;
}

function later(a: Date, b: Date): Date {
  return a.getTime() > b.getTime() ? a : b;
}

/** Requests by the time at which they are put, and those of one time by rating: the most urgent first. */
function groupsOf(requests: readonly PlannedRequest[]): PlannedRequest[][] {
  const groups = new Map<string, PlannedRequest[]>();
  const rank = ({ record }: PlannedRequest): number => URGENCIES.indexOf(record.urgency);
  for (const request of requests.toSorted((a, b) => a.postedAt.getTime() - b.postedAt.getTime() || rank(a) - rank(b))) {
    const key = `${request.postedAt.getTime()} ${request.record.urgency}`;
    groups.set(key, [...(groups.get(key) ?? []), request]);
  }
  return [...groups.values()];
}
