import type { ChronologyEvent } from './event.js';
import { compareText } from './event.js';

/**
 * Earliest first, as courts read. What is known by its month or year alone stands at the beginning of it, before its days, so that
 * nothing seems later than is known. Events without a date come last, whichever way the others run, by when they were recorded.
 * Equal ones stand in order of agency and key: the same events always come in the same order.
 */
export function inOrder(events: readonly ChronologyEvent[], order: 'earliest' | 'latest'): ChronologyEvent[] {
  const dated = events.filter(({ span }) => span !== null).sort(compareEvents);
  const undated = events.filter(({ span }) => span === null).sort(compareRest);
  return [...(order === 'earliest' ? dated : dated.reverse()), ...undated];
}

function compareEvents(a: ChronologyEvent, b: ChronologyEvent): number {
  const [one, other] = [a.span!, b.span!];
  return compareText(one.from, other.from) || compareText(other.to, one.to) || compareText(one.time, other.time) || compareRest(a, b);
}

function compareRest(a: ChronologyEvent, b: ChronologyEvent): number {
  return compareText(recorded(a), recorded(b)) || compareText(a.agencies[0]!, b.agencies[0]!) || compareText(a.key, b.key);
}

const recorded = ({ sources }: ChronologyEvent): string => sources.map(({ recordedDate }) => recordedDate ?? '').sort(compareText)[0]!;
