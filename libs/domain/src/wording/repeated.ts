import { finding } from './explanations.js';
import type { WordingFinding } from './finding.js';
import { wordsOf } from './fold.js';

/** Audit check D-03 (fact file 2.5): more alike than this is the same text again. */
const ALIKE = 0.9;

/** Whether the text is one of my recent ones over again: pairs of neighbouring words that both have, of all that either has. */
export function repeatedIn(text: string, recent: readonly string[]): WordingFinding[] {
  const pairs = pairsOf(text);
  if (pairs.size === 0) return [];
  return recent.some((other) => likeness(pairs, pairsOf(other)) > ALIKE) ? [finding('near-duplicate', { start: 0, end: text.length })] : [];
}

function pairsOf(text: string): Set<string> {
  const words = wordsOf(text).map(({ folded }) => folded);
  return words.length === 1 ? new Set(words) : new Set(words.slice(1).map((word, at) => `${words[at]!} ${word}`));
}

/** Dice's coefficient: 1 is the same, 0 nothing in common. One word changed in thirty stays above 0.9. */
function likeness(a: Set<string>, b: Set<string>): number {
  const both = [...a].filter((pair) => b.has(pair)).length;
  return (2 * both) / (a.size + b.size);
}
