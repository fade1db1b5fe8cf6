import type { Calendar } from '../deadlines/calendar.js';
import { CalendarDoesNotCoverError } from '../deadlines/calendar.js';
import type { WorkingWeek } from '../deadlines/policy.js';
import type { Pause } from '../deadlines/running-time.js';
import { openHours } from '../deadlines/running-time.js';

const MINUTE_MS = 60_000;

/** What a clock is read from. Instants come from the hub; `now` is the browser's, corrected by the hub's. */
export interface ClockInput {
  /** Null where no answer is due. */
  dueAt: Date | null;
  sentAt: Date;
  /** When it was answered or ended otherwise; null while it runs. */
  endedAt: Date | null;
  /** It ended and nobody had answered: it was taken back, or its check was closed before. */
  isUnanswered?: boolean;
  now: Date;
  /** Why the time stands still, where it does. */
  paused: Pause['reason'] | null;
  /** For a clock that runs in opening hours only. */
  workingHours?: { week: WorkingWeek; calendar: Calendar };
}

/** Minutes as people say them: under an hour, hours and minutes under two days, then days and hours. A working clock has no days. */
export type Amount = { unit: 'minutes'; minutes: number } | { unit: 'hours'; hours: number; minutes: number } | { unit: 'days'; days: number; hours: number };

/**
 * A clock as data; a page turns it to words. Minutes are whole: time left is rounded up (nothing is late before it is), time over up
 * as well (what is late is late by a minute at least), time taken down. `share` is how much of the target has gone, in elapsed time:
 * 1 is all of it.
 */
export type Clock =
  | { kind: 'overdue'; minutes: number; amount: Amount; share: number }
  | { kind: 'left'; minutes: number; amount: Amount; share: number }
  | { kind: 'working-left'; minutes: number; amount: Amount; share: number }
  | { kind: 'paused'; reason: Pause['reason'] }
  | { kind: 'answered-in'; minutes: number; amount: Amount; late: boolean }
  | { kind: 'ended' }
  | { kind: 'none' };

/** What a row's clock shows. Throws a RangeError on a date that is none. */
export function clockOf(input: ClockInput): Clock {
  const { dueAt, sentAt, endedAt, isUnanswered = false, now, paused } = input;
  if (![dueAt, sentAt, endedAt, now].every((at) => at === null || !Number.isNaN(at.getTime()))) throw new RangeError('a clock is read from dates');
  if (endedAt !== null && isUnanswered) return { kind: 'ended' };
  if (endedAt !== null) {
    const minutes = Math.max(0, Math.floor(minutesFrom(sentAt, endedAt)));
    return { kind: 'answered-in', minutes, amount: amountOf(minutes), late: dueAt !== null && endedAt > dueAt };
  }
  if (paused !== null) return { kind: 'paused', reason: paused };
  return dueAt === null ? { kind: 'none' } : running(input, dueAt);
}

function running({ sentAt, now, workingHours }: ClockInput, dueAt: Date): Clock {
  const share = shareGone(sentAt, dueAt, now);
  if (now > dueAt) {
    const minutes = Math.ceil(minutesFrom(dueAt, now));
    return { kind: 'overdue', minutes, amount: amountOf(minutes), share };
  }
  const working = workingHours === undefined ? null : workingMinutes(workingHours, now, dueAt);
  if (working !== null) return { kind: 'working-left', minutes: working, amount: inHours(working), share };
  const minutes = Math.ceil(minutesFrom(now, dueAt));
  return { kind: 'left', minutes, amount: amountOf(minutes), share };
}

/** Elapsed time since sending as a part of the target; a target is a minute at least. */
export function shareGone(sentAt: Date, dueAt: Date, now: Date): number {
  return Math.max(0, minutesFrom(sentAt, now)) / Math.max(1, minutesFrom(sentAt, dueAt));
}

/** Minutes of opening hours between two instants; null where the calendar does not know the days, and elapsed time is told instead. */
function workingMinutes({ week, calendar }: NonNullable<ClockInput['workingHours']>, from: Date, to: Date): number | null {
  let ms = 0;
  try {
    for (const span of openHours(week, calendar, from)) {
      if (span.from >= to.getTime()) break;
      ms += Math.max(0, Math.min(span.to, to.getTime()) - Math.max(span.from, from.getTime()));
      if (span.to >= to.getTime()) break;
    }
  } catch (fault) {
    if (fault instanceof CalendarDoesNotCoverError) return null;
    throw fault;
  }
  return Math.ceil(ms / MINUTE_MS);
}

function amountOf(minutes: number): Amount {
  if (minutes < 48 * 60) return inHours(minutes);
  return { unit: 'days', days: Math.floor(minutes / 1440), hours: Math.floor((minutes % 1440) / 60) };
}

function inHours(minutes: number): Amount {
  return minutes < 60 ? { unit: 'minutes', minutes } : { unit: 'hours', hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}

const minutesFrom = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / MINUTE_MS;
