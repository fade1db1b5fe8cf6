import { birthDatesIn } from './birth-dates.js';
import { finding } from './explanations.js';
import type { WordingContext, WordingFinding } from './finding.js';
import { identifiersIn } from './identifiers.js';
import { loadedIn } from './loaded.js';
import { namesIn } from './names.js';
import { nothingSaid } from './nothing-said.js';
import { repeatedIn } from './repeated.js';

export interface WordingOptions {
  /** Fewest code points of the trimmed text; without it no text is too short. */
  atLeast?: number;
}

/**
 * What is to be said about words before they are sealed, in the order of the text. An empty text has no finding: whether a
 * field may be empty is a rule about the record. Names are prepared once for each context object.
 */
export function lint(text: string, context: WordingContext, options: WordingOptions = {}): WordingFinding[] {
  if (text.trim() === '') return [];
  return [
    ...namesIn(text, context),
    ...identifiersIn(text),
    ...birthDatesIn(text),
    ...nothingSaid(text),
    ...tooShort(text, options.atLeast ?? 0),
    ...repeatedIn(text, context.recent ?? []),
    ...loadedIn(text),
  ].sort((a, b) => a.start - b.start || a.end - b.end || a.code.localeCompare(b.code));
}

function tooShort(text: string, atLeast: number): WordingFinding[] {
  return codePointsOf(text.trim()) < atLeast ? [finding('too-short', { start: 0, end: text.length })] : [];
}

/** As people count letters, not as the machine holds them. */
export function codePointsOf(text: string): number {
  return Array.from(text).length;
}
