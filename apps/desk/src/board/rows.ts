import type { CheckView, DeadlinesReply, RequestView } from '@lateral/contracts';
import { REMINDER_GAP_MS } from '@lateral/contracts';
import { clockOf, inBoardOrder, type Clock } from '@lateral/domain/board';
import type { WorkingWeek } from '@lateral/domain/deadlines';
import { isUnanswered } from '../inbox/rows.js';

export const TABS = ['mine', 'team', 'waiting', 'answered', 'decided'] as const;
export type Tab = (typeof TABS)[number];
/** From so much of the target on, whoever is asked may be reminded. */
const DUE_SOON = 0.75;

export function tabOf(asked: string | null): Tab {
  return TABS.find((tab) => tab === asked) ?? 'mine';
}

/** A check on the board: the agencies that it asked, in the board's order. */
export interface BoardCheck { id: string; reference: string; openedAt: string; requests: RequestView[] }

const WAITING: ReadonlySet<RequestView['state']> = new Set(['open', 'acknowledged']);
const isWaiting = ({ state }: Pick<RequestView, 'state'>): boolean => WAITING.has(state);
const isOver = ({ state, decision }: CheckView): boolean => state !== 'open' || decision !== null;

/** What a tab shows: the checks it is of, each with those of its requests that belong there. Most urgent first, as the board has it. */
export function boardOf(checks: readonly CheckView[], tab: Tab, { me, now }: { me: string; now: Date }): BoardCheck[] {
  const shown = checks.filter((check) => isOf(check, tab, me)).map((check) => ({ check, requests: requestsFor(check, tab) })).filter(({ requests }) => requests.length > 0);
  const rows = shown.flatMap(({ check, requests }) => requests.map((request) => ({ check, request, ...rowOf(request) })));
  const groups = new Map<string, BoardCheck>();
  for (const { check: { id, reference, openedAt }, request } of inBoardOrder(rows, now)) {
    const group = groups.get(id) ?? { id, reference, openedAt, requests: [] };
    group.requests.push(request);
    groups.set(id, group);
  }
  return [...groups.values()];
}

/** Nobody's is whoever's who opened it. */
function isOf(check: CheckView, tab: Tab, me: string): boolean {
  if (tab === 'decided') return isOver(check);
  if (isOver(check)) return false;
  return tab !== 'mine' || (check.heldBy ?? check.openedBy) === me;
}

function requestsFor({ requests }: CheckView, tab: Tab): RequestView[] {
  if (tab === 'waiting') return requests.filter(isWaiting);
  return tab === 'answered' ? requests.filter((request) => !isWaiting(request) && !isUnanswered(request)) : requests;
}

interface Row { reference: string; agency: string; dueAt: Date | null; sentAt: Date; endedAt: Date | null; isUnanswered: boolean; paused: null }

function rowOf({ reference, asked, dueAt, sentAt, endedAt, state }: RequestView): Row {
  return { reference, agency: asked, dueAt: new Date(dueAt), sentAt: new Date(sentAt), endedAt: endedAt === null ? null : new Date(endedAt), isUnanswered: isUnanswered({ state }), paused: null };
}

/** How a request stands with time. Where its rule counts working hours, so does its clock. */
export function clockOfRequest(request: RequestView, now: Date, deadlines: DeadlinesReply | undefined): Clock {
  const week = deadlines === undefined ? null : weekOf(request, deadlines);
  return clockOf({ ...rowOf(request), now, ...(week === null || deadlines === undefined ? {} : { workingHours: { week, calendar: deadlines.calendar } }) });
}

function weekOf({ dueRule, asked, askedType }: RequestView, { policy }: DeadlinesReply): WorkingWeek | null {
  return /:[\d.]+h-working(?::|$)/u.test(dueRule) ? policy.agencyWeeks[asked] ?? policy.agencyWeeks[askedType] ?? policy.workingWeek : null;
}

/** Whether a reminder may be sent: nobody has answered, the time is over or nearly, and none was sent in the last hour. */
export function mayRemind(request: RequestView, clock: Clock, now: Date): boolean {
  if (!isWaiting(request) || (request.remindedAt !== null && now.getTime() - Date.parse(request.remindedAt) < REMINDER_GAP_MS)) return false;
  return clock.kind === 'overdue' || ((clock.kind === 'left' || clock.kind === 'working-left') && clock.share >= DUE_SOON);
}
