import { useTranslation } from 'react-i18next';
import { cookieOf, type Language } from './languages.js';

/** The language that is read, and how to change it: the page stays as it is, in other words. */
export function useLanguage(): { language: Language; change: (language: Language) => Promise<void> } {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'cy' ? 'cy' : 'en';
  const change = async (next: Language): Promise<void> => {
    await i18n.changeLanguage(next);
    document.cookie = cookieOf(next);
    document.documentElement.lang = next;
  };
  return { language, change };
}
