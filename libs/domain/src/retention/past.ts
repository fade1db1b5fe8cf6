import type { Day } from '../agreements/agreement.js';
import { monthsBefore } from '../agreements/days.js';
import { londonDay } from '../deadlines/london.js';
import type { Months, Terms } from './schedule.js';

/**
 * The last day on which something is kept that counts from `from`: the same date so many months later, or the last of that month where
 * it has no such date. Days are those of London, as everywhere in the field. Null: for ever.
 */
export function keptUntil(from: Date, months: Months): Day | null {
  return months === null ? null : monthsBefore(londonDay(from), -months);
}

/** Whether the last day of keeping is over in London. */
export function isPast(until: Day | null, now: Date): boolean {
  return until !== null && londonDay(now) > until;
}

/** What of a check is past its date at a moment, by when the check ended. Records are never past theirs before what was sealed is. */
export function pastAt({ contentMonths, recordMonths }: Terms, endedAt: Date, now: Date): { content: boolean; records: boolean } {
  const content = isPast(keptUntil(endedAt, contentMonths), now);
  return { content, records: content && isPast(keptUntil(endedAt, recordMonths), now) };
}
