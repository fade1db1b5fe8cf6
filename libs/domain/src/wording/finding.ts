import type { BothLanguages } from '../justification/judgement.js';

/** Found: nobody may be named or identified in words that travel beside codes, and words must say something. */
export const BLOCKING_CODES = ['name-of-person', 'nhs-number', 'upn', 'postcode', 'telephone', 'e-mail', 'date-of-birth', 'stock-phrase', 'too-short', 'only-citation'] as const;
export type WordingCode = (typeof BLOCKING_CODES)[number] | 'possible-name' | 'near-duplicate' | 'loaded-word';

/** What the linter knows beside the text: all of it stays where the words are. */
export interface WordingContext {
  /** Names and aliases of people of the check. */
  names: readonly string[];
  language: 'en' | 'cy';
  /** My recent texts of this field. */
  recent?: readonly string[];
}

/** One place in the text: `start` and `end` are UTF-16 offsets, `end` exclusive. */
export interface WordingFinding {
  code: WordingCode;
  level: 'block' | 'warn';
  start: number;
  end: number;
  sentence: BothLanguages;
  /** Of a name: whom it may be, as places in the context's `names`. */
  names?: readonly number[];
  /** Of a text said before: which, as a place in the context's `recent`. */
  recent?: number;
}
