import type { Day } from './agreement.js';

const DAY_MS = 86_400_000;

/** Days from one day to another; negative where `to` is earlier. Days of the calendar, so clocks that change do not matter. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;
}

/** The day so many months before; the last of the month where the month has no such day. */
export function monthsBefore(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = year * 12 + (month - 1) - months;
  const lastOfMonth = new Date(Date.UTC(Math.floor(first / 12), (first % 12) + 1, 0)).getUTCDate();
  return new Date(Date.UTC(Math.floor(first / 12), first % 12, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}

const MONTHS = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  cy: ['Ionawr', 'Chwefror', 'Mawrth', 'Ebrill', 'Mai', 'Mehefin', 'Gorffennaf', 'Awst', 'Medi', 'Hydref', 'Tachwedd', 'Rhagfyr'],
};

/** As people read it: `31 March 2027`, `31 Mawrth 2027`. */
export function dayInWords(day: Day, language: 'en' | 'cy'): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return `${date} ${MONTHS[language][month - 1] ?? ''} ${year}`;
}
