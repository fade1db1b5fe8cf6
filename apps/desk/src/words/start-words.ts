import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGUAGES, type Language } from './languages.js';
import { keepLocale } from './locales.js';

const LOAD = { en: () => import('./en/index.js').then(({ en, locale }) => ({ words: en, locale })), cy: () => import('./cy/index.js').then(({ cy, locale }) => ({ words: cy, locale })) };

async function load(language: Language): Promise<Record<string, object>> {
  const { words, locale } = await LOAD[language]();
  keepLocale(language, locale);
  return words;
}

/** Begins with one language's words; the other's come when somebody asks for them. */
export async function startWords(language: Language): Promise<i18n> {
  await i18next.use(initReactI18next).init({ lng: language, fallbackLng: false, defaultNS: 'frame', interpolation: { escapeValue: false }, resources: { [language]: await load(language) as Record<string, Record<string, string>> }, initAsync: false });
  return i18next;
}

export async function changeWords(words: i18n, language: Language): Promise<void> {
  await loadWords(words, language);
  await words.changeLanguage(language);
}

/** Has a language's words ready beside the one that is read: for something that is said in both. */
export async function loadWords(words: i18n, language: Language): Promise<void> {
  if (words.hasResourceBundle(language, 'frame')) return;
  for (const [room, texts] of Object.entries(await load(language))) words.addResourceBundle(language, room, texts);
}

/** What dates are called in every language, where no page has begun: for tests. */
export async function loadAllWords(): Promise<void> {
  await Promise.all(LANGUAGES.map(load));
}
