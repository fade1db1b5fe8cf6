import type { HandlingLimit } from '../justification/codes.js';
import type { ChronologyEntry } from './entry.js';
import type { ChronologyEvent } from './event.js';
import { compareText, eventsOf } from './event.js';
import type { ChronologyFilter } from './filter.js';
import { isShown } from './filter.js';
import type { Gap } from './gaps.js';
import { gapsOf } from './gaps.js';
import { inOrder } from './order.js';

export type ChronologyRow = { kind: 'event'; event: ChronologyEvent } | { kind: 'gap'; gap: Gap };

export interface ChronologyOptions {
  /** `YYYY-MM-DD`. */
  today: string;
  /** Earliest first where not given. */
  order?: 'earliest' | 'latest';
  /** Shortest gap to show, in months; none is shown where not given. */
  gapMonths?: number;
  /** Groups of keys that tell of one event. */
  joined?: readonly (readonly string[])[];
  filter?: ChronologyFilter;
}

export interface Chronology {
  rows: ChronologyRow[];
  /** Events that the filter leaves out. */
  hidden: number;
  /** Events without a date, shown or not: a gap may hold one of them. */
  undated: number;
  /** Handling limits of all entries, hidden ones too, with how many carry each: no filter makes a limit go unseen. */
  limits: { limit: HandlingLimit; entries: number }[];
}

/** Everything that was recorded as rows of one chronology. Gaps are of all agencies' entries, whatever is shown, and stand between shown events. */
export function chronologyOf(entries: readonly ChronologyEntry[], options: ChronologyOptions): Chronology {
  const { today, order = 'earliest', gapMonths, joined = [], filter = {} } = options;
  const events = eventsOf(entries, joined, today);
  const shown = inOrder(events.filter((event) => isShown(event, filter)), order);
  const gaps = gapMonths === undefined ? [] : gapsOf(events, gapMonths);
  return { rows: withGaps(shown, gaps, order), hidden: events.length - shown.length, undated: events.filter(({ span }) => span === null).length, limits: limitsOf(entries) };
}

function withGaps(shown: readonly ChronologyEvent[], gaps: readonly Gap[], order: 'earliest' | 'latest'): ChronologyRow[] {
  const isBefore = ({ span }: ChronologyEvent, { from }: Gap): boolean => span !== null && span.from <= from;
  const isAfter = ({ span }: ChronologyEvent, { to }: Gap): boolean => span !== null && span.from >= to;
  const between = gaps.filter((gap) => shown.some((event) => isBefore(event, gap)) && shown.some((event) => isAfter(event, gap)));
  const waiting = order === 'earliest' ? [...between] : [...between].reverse();
  const rows: ChronologyRow[] = [];
  for (const event of shown) {
    while (waiting[0] !== undefined && (order === 'earliest' ? isAfter(event, waiting[0]) : isBefore(event, waiting[0]))) rows.push({ kind: 'gap', gap: waiting.shift()! });
    rows.push({ kind: 'event', event });
  }
  return rows;
}

function limitsOf(entries: readonly ChronologyEntry[]): Chronology['limits'] {
  const counts = new Map<HandlingLimit, number>();
  for (const { handling } of entries) if (handling !== null) counts.set(handling, (counts.get(handling) ?? 0) + 1);
  return [...counts].map(([limit, count]) => ({ limit, entries: count })).sort((a, b) => compareText(a.limit, b.limit));
}
