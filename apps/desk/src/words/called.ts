import type { BothLanguages } from '@lateral/domain/justification';
import type { Language } from './languages.js';

/** A code's name at the beginning of a label: the same words that statements use, with a capital. */
export function called(name: BothLanguages, language: Language): string {
  const words = name[language];
  return `${words.charAt(0).toLocaleUpperCase(language)}${words.slice(1)}`;
}
