import { londonClock, londonDay } from '../deadlines/london.js';
import { writtenDates, writtenYears } from '../pasted/dates.js';

/** The days, `YYYY-MM-DD`, on one of which something happened, first and last; `time` is London wall time `HH:MM`, empty where not known. */
export interface Span { from: string; to: string; time: string }

/** First month and months that it lasts. Autumn in Welsh is October's word too, and is read as that. */
const SEASONS: [RegExp, number, number][] = [[/spring|gwanwyn/iu, 3, 3], [/summer|haf/iu, 6, 3], [/autumn/iu, 9, 3], [/winter|gaeaf/iu, 12, 3], [/christmas|nadolig/iu, 12, 1]];
const ISO = /^(?<date>\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ](?<clock>\d{2}:\d{2})(?<rest>.*))?$/u;

/**
 * When an event may have happened: all of a day, of a month or of a year, as far as its date is known. Words are read for a date, a
 * season or a year; "before 2019" is put at 2019. Null where there is none. `today` is `YYYY-MM-DD`, for years of two figures.
 */
export function spanOf(eventDate: string | null, today: string): Span | null {
  const written = (eventDate ?? '').trim();
  const { date, clock = '', rest = '' } = ISO.exec(written)?.groups ?? {};
  if (date === undefined) return spanOfWords(written, today);
  if (/(?:Z|[+-]\d{2}:?\d{2})$/u.test(rest)) return spanOfInstant(new Date(written));
  const span = spanOfDate(date);
  return span === null ? null : { ...span, time: clock };
}

function spanOfInstant(at: Date): Span | null {
  if (Number.isNaN(at.getTime())) return null;
  return { from: londonDay(at), to: londonDay(at), time: londonClock(at) };
}

function spanOfWords(words: string, today: string): Span | null {
  const date = writtenDates(words, today)[0];
  if (date !== undefined) return spanOfDate(date.date);
  const year = writtenYears(words)[0]?.date;
  if (year === undefined) return null;
  const season = SEASONS.find(([called]) => called.test(words));
  return season === undefined ? spanOfDate(year) : spanOfMonths(Number(year), season[1], season[2]);
}

function spanOfDate(date: string): Span | null {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return spanOfMonths(year, 1, 12);
  if (month < 1 || month > 12) return null;
  if (day === undefined) return spanOfMonths(year, month, 1);
  const whole = dayOf(year, month, day);
  return whole === date ? { from: whole, to: whole, time: '' } : null;
}

function spanOfMonths(year: number, month: number, months: number): Span {
  return { from: dayOf(year, month, 1), to: dayOf(year, month + months, 0), time: '' };
}

/** As the calendar runs on: month 13 is the next January, day 0 the last of the month before. */
function dayOf(year: number, month: number, day: number): string {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  return at.toISOString().slice(0, 10);
}

/** Whole calendar months from a day to a later one: 15 March to 14 May is one. */
export function wholeMonths(from: string, to: string): number {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return (toYear - year) * 12 + toMonth - month - (toDay < day ? 1 : 0);
}

/** The same day of the month so many months earlier, or that month's last day. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = Number(dayOf(year, month - months + 1, 0).slice(8));
  return dayOf(year, month - months, Math.min(date, last));
}
