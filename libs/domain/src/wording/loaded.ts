import type { BothLanguages } from '../justification/judgement.js';
import { finding } from './explanations.js';
import type { WordingFinding } from './finding.js';
import { wordsOf } from './fold.js';
import { LOADED_WORDS } from './loaded-words.js';
import { mutationsOf } from './mutations.js';

interface Loaded { phrase: string[]; plainer: BothLanguages }

/** By first word, with mutated forms of Welsh ones: built once. */
const BY_FIRST_WORD = LOADED_WORDS.reduce((known, { words, welsh, plainer }) => {
  for (const phrase of words.map((each) => each.split(' '))) {
    for (const first of [phrase[0]!, ...(welsh ? mutationsOf(phrase[0]!) : [])]) known.set(first, [...(known.get(first) ?? []), { phrase: [first, ...phrase.slice(1)], plainer }]);
  }
  return known;
}, new Map<string, Loaded[]>());

export function loadedIn(text: string): WordingFinding[] {
  const words = wordsOf(text);
  return words.flatMap(({ folded, start }, at) => {
    const met = BY_FIRST_WORD.get(folded)?.find(({ phrase }) => phrase.every((part, offset) => words[at + offset]?.folded === part));
    return met === undefined ? [] : [finding('loaded-word', { start, end: words[at + met.phrase.length - 1]!.end }, met.plainer)];
  });
}
