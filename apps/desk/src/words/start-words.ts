import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { cy, locale as welsh } from './cy/index.js';
import { en, locale as english } from './en/index.js';
import type { Language } from './languages.js';
import { keepLocale } from './locales.js';

/** All words of all rooms at once, in both languages: for tests. The desk itself begins with `beginWords`, which fetches them as they are needed. */
export async function startWords(language: Language): Promise<i18n> {
  loadAllWords();
  await i18next.use(initReactI18next).init({ lng: language, fallbackLng: false, defaultNS: 'frame', interpolation: { escapeValue: false }, resources: { en, cy }, initAsync: false });
  return i18next;
}

/** What dates are called in every language, where no page has begun. */
export function loadAllWords(): void {
  keepLocale('en', english);
  keepLocale('cy', welsh);
}
