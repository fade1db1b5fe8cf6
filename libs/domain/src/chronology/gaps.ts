import type { ChronologyEvent } from './event.js';
import { inOrder } from './order.js';
import { wholeMonths } from './span.js';

/** Months between two dated events in which no agency recorded a contact. `after` and `before` are the events' keys; days are the last and the first on which they may have happened. */
export interface Gap { after: string; before: string; from: string; to: string; months: number }

/**
 * Gaps of so many whole months or more. A gap is said only where it is sure: something known by its year alone may have happened on
 * any day of it, and fills it. What has no date at all fills nothing, so whoever shows a gap also shows how many of those there are.
 * Throws a RangeError where `months` is not above nought.
 */
export function gapsOf(events: readonly ChronologyEvent[], months: number): Gap[] {
  if (!(months > 0)) throw new RangeError('a gap has a number of months above nought');
  const gaps: Gap[] = [];
  let last: { key: string; to: string } | null = null;
  for (const { key, span } of inOrder(events, 'earliest')) {
    if (span === null) break;
    if (last !== null && wholeMonths(last.to, span.from) >= months) gaps.push({ after: last.key, before: key, from: last.to, to: span.from, months: wholeMonths(last.to, span.from) });
    if (last === null || span.to > last.to) last = { key, to: span.to };
  }
  return gaps;
}
