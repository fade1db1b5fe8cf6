import { finding } from './explanations.js';
import type { WordingFinding } from './finding.js';
import { likeness, pairsOf } from './likeness.js';

/** Audit check D-03 (fact file 2.5): more alike than this is the same text again. One word changed in thirty stays above it. */
const ALIKE = 0.9;

const known = new WeakMap<readonly string[], { of: readonly string[]; pairs: Set<string>[] }>();

/** Whether the text is one of my recent ones over again, and which: pairs of neighbouring words that both have, of all that either has. */
export function repeatedIn(text: string, recent: readonly string[]): WordingFinding[] {
  const pairs = pairsOf(text);
  if (pairs.size === 0) return [];
  const at = pairsOfRecent(recent).findIndex((other) => likeness(pairs, other) > ALIKE);
  return at < 0 ? [] : [{ ...finding('near-duplicate', { start: 0, end: text.length }), recent: at }];
}

/** Kept with the list they are of, as the linter is asked at each key, and made anew where the list has changed since. */
function pairsOfRecent(recent: readonly string[]): Set<string>[] {
  const before = known.get(recent);
  if (before?.of.length === recent.length && recent.every((text, at) => text === before.of[at])) return before.pairs;
  const pairs = recent.map(pairsOf);
  known.set(recent, { of: [...recent], pairs });
  return pairs;
}
