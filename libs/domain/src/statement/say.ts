import { londonDay, londonTime } from '../deadlines/index.js';
import type { BothLanguages } from '../justification/judgement.js';

export type Language = keyof BothLanguages;

const MONTHS: Record<Language, readonly string[]> = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  cy: ['Ionawr', 'Chwefror', 'Mawrth', 'Ebrill', 'Mai', 'Mehefin', 'Gorffennaf', 'Awst', 'Medi', 'Hydref', 'Tachwedd', 'Rhagfyr'],
};

/** One phrase in one language with its gaps filled, once: what is filled in is never read as a phrase. */
export function say(phrase: BothLanguages, language: Language, gaps: Record<string, string> = {}): string {
  return phrase[language].replace(/\{(\w+)\}/gu, (gap, name: string) => gaps[name] ?? gap);
}

/** Semicolons, because Welsh `a` changes the word after it. */
export function listed(parts: readonly string[]): string {
  return parts.join('; ');
}

/** Each called once, with how many there are where there are several, in the order of first meeting. */
export function counted(parts: readonly string[]): string {
  const times = new Map<string, number>();
  for (const part of parts) times.set(part, (times.get(part) ?? 0) + 1);
  return listed([...times].map(([part, count]) => count === 1 ? part : `${part} (${count})`));
}

/** A calendar day, `YYYY-MM-DD`. */
export function dayIn(language: Language, day: string): string {
  return `${Number(day.slice(8, 10))} ${MONTHS[language][Number(day.slice(5, 7)) - 1]!} ${day.slice(0, 4)}`;
}

/** An instant (ISO 8601) as the clock in London shows it, with its offset: an hour that comes twice is told apart. */
export function timeIn(language: Language, instant: string): string {
  const at = new Date(instant);
  const time = londonTime(at);
  return `${dayIn(language, londonDay(at))}, ${time.slice(11, 16)} (UTC${time.slice(16)})`;
}
