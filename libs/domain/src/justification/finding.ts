import type { BothLanguages, Finding } from './judgement.js';

type Finder = (field: string, about: string[], sentence: BothLanguages, mend: BothLanguages) => Finding;

/** Makes findings of one rule; `field` is a JSON pointer in the coded share. */
export function finder(code: Finding['code'], kind: Finding['kind'], level: Finding['level']): Finder {
  return (field, about, sentence, mend) => ({ code, kind, level, field, about, sentence, mend });
}
