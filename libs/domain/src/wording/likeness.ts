import { wordsOf } from './fold.js';

/** Dice's coefficient of two sets: 1 is the same, 0 nothing in common (and nothing at all on both sides). */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let both = 0;
  for (const each of few) if (many.has(each)) both += 1;
  return (2 * both) / (a.size + b.size);
}

/** Pairs of neighbouring words, folded: the same sentence with one word changed keeps nearly all of them. */
export function pairsOf(text: string): Set<string> {
  const words = wordsOf(text).map(({ folded }) => folded);
  return words.length === 1 ? new Set(words) : new Set(words.slice(1).map((word, at) => `${words[at]!} ${word}`));
}

/** Threes of letters of each word, its beginning and end included, folded: two people's sentences about one thing share many. */
export function trigramsOf(text: string): Set<string> {
  return new Set(wordsOf(text).flatMap(({ folded }) => Array.from(folded, (_letter, at) => ` ${folded} `.slice(at, at + 3))));
}
