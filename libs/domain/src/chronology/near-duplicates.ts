import { likeness, trigramsOf } from '../wording/likeness.js';
import type { ChronologyEntry } from './entry.js';
import { compareText } from './event.js';
import type { Span } from './span.js';
import { spanOf } from './span.js';

/** Two entries of different agencies that may tell of one event: keys, how alike their words are (0 to 1), and the days they share. */
export interface NearDuplicate { keys: readonly [string, string]; likeness: number; from: string; to: string }

/** On the same day a third of the words' threes of letters will do; within a month or year that only overlap, half. */
const [ON_A_DAY, WITHIN_SPAN] = [0.33, 0.5];

interface Read { entry: ChronologyEntry; span: Span; trigrams: Set<string> }

/** Pairs to suggest, most alike first; nothing is joined by itself. `apart` are pairs that somebody has looked at and kept apart, or joined. */
export function nearDuplicatesOf(entries: readonly ChronologyEntry[], today: string, apart: readonly (readonly string[])[] = []): NearDuplicate[] {
  const settled = new Set(apart.flatMap((keys) => keys.flatMap((key, at) => keys.slice(at + 1).map((other) => pairOf(key, other).join('\n')))));
  const read = entries.flatMap((entry): Read[] => {
    const span = spanOf(entry.eventDate, today);
    return span === null ? [] : [{ entry, span, trigrams: trigramsOf(entry.text) }];
  }).sort((a, b) => compareText(a.span.from, b.span.from));
  return read.flatMap((one, at) => overlapping(one, read, at).flatMap((other) => compared(one, other)))
    .filter(({ keys }) => !settled.has(keys.join('\n')))
    .sort((a, b) => b.likeness - a.likeness || compareText(a.keys[0], b.keys[0]) || compareText(a.keys[1], b.keys[1]));
}

/** What begins later, before this one ends. */
function overlapping({ entry, span }: Read, read: readonly Read[], at: number): Read[] {
  const found: Read[] = [];
  for (let next = at + 1; next < read.length && read[next]!.span.from <= span.to; next += 1) if (read[next]!.entry.agency !== entry.agency) found.push(read[next]!);
  return found;
}

function compared(one: Read, other: Read): NearDuplicate[] {
  const alike = likeness(one.trigrams, other.trigrams);
  const isDay = one.span.from === one.span.to && other.span.from === other.span.to;
  if (alike < (isDay ? ON_A_DAY : WITHIN_SPAN)) return [];
  const to = one.span.to < other.span.to ? one.span.to : other.span.to;
  return [{ keys: pairOf(one.entry.key, other.entry.key), likeness: alike, from: other.span.from, to }];
}

const pairOf = (a: string, b: string): [string, string] => (a < b ? [a, b] : [b, a]);
