import type { DueMoveReason } from '../justification/codes.js';
import type { Calendar } from './calendar.js';
import { isHoliday } from './calendar.js';
import { dayAfter, instantOfLondon, londonDay, weekdayOf } from './london.js';
import type { WorkingWeek } from './policy.js';

/** A stretch of time in milliseconds since the epoch; `to` is the first moment outside. */
export interface Span { from: number; to: number }

/** Time that does not count against an agency, and why. A pause that still runs is given up to the moment of asking. */
export interface Pause { from: Date; to: Date; reason: Extract<DueMoveReason, `paused_${string}`> }

/** A pause ends before it begins, or has a time that is none. */
export class ImpossiblePauseError extends Error {
  override readonly name = 'ImpossiblePauseError';
  readonly code = 'impossible-pause';
}

/** Open hours from an instant on, day by day, without end. Throws a CalendarDoesNotCoverError where the calendar ends. */
export function* openHours(week: WorkingWeek, calendar: Calendar, from: Date): Generator<Span> {
  for (let day = londonDay(from); ; day = dayAfter(day)) {
    if (isHoliday(calendar, day) || !week.days.includes(weekdayOf(day))) continue;
    yield { from: instantOfLondon(day, week.from), to: instantOfLondon(day, week.to) };
  }
}

/**
 * The instant at which `needMs` milliseconds (above nought) have run since `start`, counting only inside `spans` (in order) and
 * outside pauses. Time that runs out exactly at the end of a span runs out there, not at the beginning of the next.
 */
export function whenRunOut(start: Date, needMs: number, spans: Iterable<Span>, pauses: readonly Pause[]): Date {
  const stops = inOrder(pauses);
  let left = needMs;
  for (const span of spans) {
    for (const piece of without(stops, { from: Math.max(span.from, start.getTime()), to: span.to })) {
      if (piece.to - piece.from >= left) return new Date(piece.from + left);
      left -= piece.to - piece.from;
    }
  }
  throw new RangeError('the spans end before the time has run');
}

function inOrder(pauses: readonly Pause[]): Span[] {
  if (!pauses.every(({ from, to }) => from.getTime() <= to.getTime())) throw new ImpossiblePauseError('a pause ends before it begins');
  return pauses.map(({ from, to }) => ({ from: from.getTime(), to: to.getTime() })).sort((a, b) => a.from - b.from);
}

function* without(stops: readonly Span[], span: Span): Generator<Span> {
  let at = span.from;
  for (const stop of stops) {
    if (stop.from >= span.to) break;
    if (stop.from > at) yield { from: at, to: stop.from };
    at = Math.max(at, stop.to);
  }
  if (at < span.to) yield { from: at, to: span.to };
}
