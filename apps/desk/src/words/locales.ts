import type { Locale } from 'date-fns/locale';
import type { Language } from './languages.js';

const LOADED = new Map<Language, Locale>();

/** What a language calls days, months and lengths of time. It comes with the language's words, and not before they are asked for. */
export function keepLocale(language: Language, locale: Locale): void {
  LOADED.set(language, locale);
}

/** Throws an Error where that language's words were never loaded. */
export function localeOf(language: Language): Locale {
  const locale = LOADED.get(language);
  if (locale === undefined) throw new Error(`the words of "${language}" are not loaded`);
  return locale;
}
