import type { HandlingLimit, ItemNature } from '../justification/codes.js';
import type { ChronologyEntry } from './entry.js';
import type { Span } from './span.js';
import { spanOf } from './span.js';

/** What happened, as one entry or several joined ones tell it. */
export interface ChronologyEvent {
  /** Of its first source. */
  key: string;
  /** As its most precise source has it. */
  eventDate: string | null;
  span: Span | null;
  agencies: readonly string[];
  natures: readonly ItemNature[];
  about: readonly string[];
  /** Every limit that any of its sources set. */
  handling: readonly HandlingLimit[];
  /** What was joined, whole and as its givers wrote it, in order of agency. */
  sources: readonly ChronologyEntry[];
}

/**
 * Entries as events: each group of `joined` keys is one event that keeps all its sources, and groups that share a key are one.
 * Keys of no entry are passed over.
 */
export function eventsOf(entries: readonly ChronologyEntry[], joined: readonly (readonly string[])[], today: string): ChronologyEvent[] {
  const groups = new Map<string, ChronologyEntry[]>(entries.map((entry) => [entry.key, [entry]]));
  for (const [first, ...others] of joined.map((keys) => keys.filter((key) => groups.has(key)))) {
    for (const other of others) {
      const [into, from] = [groups.get(first!)!, groups.get(other)!];
      if (into === from) continue;
      into.push(...from);
      for (const { key } of from) groups.set(key, into);
    }
  }
  return [...new Set(groups.values())].map((sources) => eventOf(sources, today));
}

function eventOf(unordered: readonly ChronologyEntry[], today: string): ChronologyEvent {
  const sources = [...unordered].sort((a, b) => compareText(a.agency, b.agency) || compareText(a.key, b.key));
  const dated = sources.map(({ eventDate }) => ({ eventDate, span: spanOf(eventDate, today) }));
  const [best] = [...dated].sort((a, b) => compareNumber(daysIn(a.span), daysIn(b.span)) || compareText(b.span?.time ?? '', a.span?.time ?? ''));
  return {
    ...best!, key: sources[0]!.key, agencies: once(sources.map(({ agency }) => agency)), natures: once(sources.map(({ nature }) => nature)),
    about: once(sources.flatMap(({ about }) => about)), handling: once(sources.flatMap(({ handling }) => (handling === null ? [] : [handling]))), sources,
  };
}

const daysIn = (span: Span | null): number => (span === null ? Infinity : Date.parse(span.to) - Date.parse(span.from));
const once = <T>(all: readonly T[]): T[] => [...new Set(all)];

/** By code units: the same on every machine, whatever its language. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const compareNumber = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
