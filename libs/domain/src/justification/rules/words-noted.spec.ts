import { describe, expect, it } from 'vitest';
import { foundBy } from './ordinary.examples.js';
import { WORDS_CARRY_IDENTIFIER, WORDS_LOADED, WORDS_ONLY_CITATION, WORDS_REPEATED, WORDS_STOCK_PHRASE, WORDS_TOO_SHORT } from './words-noted.examples.js';
import { wordsCarryIdentifier, wordsLoaded, wordsOnlyCitation, wordsRepeated, wordsStockPhrase, wordsTooShort } from './words-noted.js';

describe.each([
  [wordsCarryIdentifier, WORDS_CARRY_IDENTIFIER],
  [wordsLoaded, WORDS_LOADED],
  [wordsStockPhrase, WORDS_STOCK_PHRASE],
  [wordsTooShort, WORDS_TOO_SHORT],
  [wordsOnlyCitation, WORDS_ONLY_CITATION],
  [wordsRepeated, WORDS_REPEATED],
] as const)('rule $code', (rule, examples) => {
  it.each(examples)('$is: $name', ({ toJudge, finds }) => expect(foundBy(rule, toJudge)).toEqual(finds));
});
