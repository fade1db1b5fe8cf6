import type { LengthBand, SealedField, SealedWords } from '../justification/share.js';
import type { WordingContext } from './finding.js';
import { codePointsOf, lint } from './lint.js';

/** Fewest code points of a field: cases section 3. Only the necessity has such a bar. */
const AT_LEAST: Partial<Record<SealedField, number>> = { necessity: 60 };

/** What the sealing client says of one field to a hub that never sees it; whoever opens the words comes to the same. */
export function attestWords(field: SealedField, text: string | null | undefined, context: WordingContext): SealedWords {
  const words = (text ?? '').trim();
  const atLeast = AT_LEAST[field];
  const codes = lint(words, context, atLeast === undefined ? {} : { atLeast }).map(({ code }) => code);
  return { field, present: words !== '', length: bandOf(codePointsOf(words)), linter: [...new Set<string>(codes)].sort() };
}

function bandOf(codePoints: number): LengthBand {
  if (codePoints === 0) return 'none';
  if (codePoints < 60) return 'under_60';
  if (codePoints < 300) return '60_to_299';
  return codePoints < 1000 ? '300_to_999' : '1000_and_over';
}
