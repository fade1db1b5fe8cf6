import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from './languages.js';

const LOAD = { en: async () => (await import('./en/index.js')).en, cy: async () => (await import('./cy/index.js')).cy };

/** Begins with one language's words; the other's come when somebody asks for them. */
export async function startWords(language: Language): Promise<i18n> {
  await i18next.use(initReactI18next).init({ lng: language, fallbackLng: false, defaultNS: 'frame', interpolation: { escapeValue: false }, resources: { [language]: await LOAD[language]() }, initAsync: false });
  return i18next;
}

export async function changeWords(words: i18n, language: Language): Promise<void> {
  if (!words.hasResourceBundle(language, 'frame')) for (const [room, texts] of Object.entries(await LOAD[language]())) words.addResourceBundle(language, room, texts);
  await words.changeLanguage(language);
}
