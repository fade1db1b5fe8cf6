import { useCallback } from 'react';
import { timeOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';

/** Times of the day in the language that is read: of an ISO moment, or of a Date. */
export function useTime(): (at: string | Date) => string {
  const { language } = useLanguage();
  return useCallback((at) => timeOf(at, language), [language]);
}
