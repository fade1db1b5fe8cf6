import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import { cookieOf, type Language } from './languages.js';

const hear = (hearer: () => void): (() => void) => {
  i18next.on('languageChanged', hearer);
  return () => { i18next.off('languageChanged', hearer); };
};
const read = (): Language => (i18next.language === 'cy' ? 'cy' : 'en');

/** The language that is read, and how to change it: the page stays as it is, in other words. */
export function useLanguage(): { language: Language; change: (language: Language) => Promise<void> } {
  return { language: useSyncExternalStore(hear, read), change };
}

async function change(next: Language): Promise<void> {
  await i18next.changeLanguage(next);
  document.cookie = cookieOf(next);
  document.documentElement.lang = next;
}
