import { londonDay } from '@lateral/domain/deadlines';
import { isOverdue, isWaiting, type TeamRow } from './rows.js';

const SOON_MS = 2 * 3_600_000;
/** Ended by an answer of some kind, and not taken back or left. */
const ANSWERED: ReadonlySet<string> = new Set(['answered', 'nothing_held', 'refused', 'redirected']);

/** `soon`: due within two hours and not late; `inTime` of the `answered` ones of today, by London's day. */
export interface Numbers { waiting: number; overdue: number; soon: number; answered: number; inTime: number }

export function numbersOf(rows: readonly TeamRow[], now: Date): Numbers {
  const overdue = rows.filter((row) => isOverdue(row, now)).length;
  const due = rows.filter(({ view }) => isWaiting(view) && Date.parse(view.dueAt) - now.getTime() <= SOON_MS).length;
  const answered = rows.filter((row) => isAnsweredToday(row, now));
  const inTime = answered.filter(({ view: { endedAt, dueAt } }) => Date.parse(endedAt ?? '') <= Date.parse(dueAt));
  return { waiting: rows.filter(({ view }) => isWaiting(view)).length, overdue, soon: due - overdue, answered: answered.length, inTime: inTime.length };
}

/** What one worker or agency has: how many wait, since when the oldest, and how long an answer took today in the middle of them. */
export interface Load { of: string | null; load: number; oldest: string | null; typicalMs: number | null }

/** Most first; null, for nobody, before others who have as many. Whoever has nothing and answered nothing today is left out. */
export function loadOf(rows: readonly TeamRow[], by: (row: TeamRow) => string | null, now: Date): Load[] {
  const groups = new Map<string | null, TeamRow[]>();
  for (const row of rows) groups.set(by(row), [...(groups.get(by(row)) ?? []), row]);
  const loads = [...groups].map(([of, group]) => {
    const waiting = group.filter(({ view }) => isWaiting(view));
    const took = group.filter((row) => isAnsweredToday(row, now)).map(({ view }) => Date.parse(view.endedAt ?? '') - Date.parse(view.sentAt));
    return { of, load: waiting.length, oldest: waiting.map(({ view }) => view.sentAt).toSorted()[0] ?? null, typicalMs: middleOf(took) };
  });
  return loads.filter(({ load, typicalMs }) => load > 0 || typicalMs !== null).toSorted((one, other) => other.load - one.load || (one.of ?? '').localeCompare(other.of ?? ''));
}

/** The middle one, or halfway between the two in the middle; null of none. */
export function middleOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((one, other) => one - other);
  const half = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[Math.max(0, sorted.length % 2 === 0 ? half - 1 : half)], sorted[half]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

function isAnsweredToday({ view: { state, endedAt } }: TeamRow, now: Date): boolean {
  return ANSWERED.has(state) && endedAt !== null && londonDay(new Date(endedAt)) === londonDay(now);
}
