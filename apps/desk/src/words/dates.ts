import { londonDay, londonTime } from '@lateral/domain/deadlines';
import type { Language } from './languages.js';
import { localeOf } from './locales.js';

/**
 * The one place that puts dates and times into words. The time is London's, whatever the computer's zone: due times are reckoned there, and
 * what two people say to each other on the telephone has to agree. Browsers have no Welsh dates, so nothing here asks them.
 * A language is known here once its words are loaded (`beginWords`; in tests `startWords` or `loadAllWords`).
 */
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Where the language has words of its own for it. */
const WORDS = {
  en: { am: 'am', pm: 'pm', noon: 'midday', midnight: 'midnight', today: 'today', tomorrow: 'tomorrow', yesterday: 'yesterday', moment: 'less than a minute', now: 'just now' },
  cy: { am: 'yb', pm: 'yh', noon: 'hanner dydd', midnight: 'hanner nos', today: 'heddiw', tomorrow: 'yfory', yesterday: 'ddoe', moment: 'llai na munud', now: 'eiliad yn ôl' },
} as const;

/** A moment: a Date, or its ISO text. */
export type Moment = Date | string;

/** "22 November 2026", "22 Tachwedd 2026". Of a moment, the day in London; of a calendar day (`YYYY-MM-DD`), that day. */
export function dayOf(at: Moment, language: Language): string {
  const { year, month, day } = partsOf(at);
  return `${day} ${localeOf(language).localize.month(month, { width: 'wide' })} ${year}`;
}

/** "Sunday 22 November", "dydd Sul 22 Tachwedd"; the year too where `now` is in another. */
export function weekdayOf(at: Moment, language: Language, now: Moment | null = null): string {
  const { year, month, day, weekday } = partsOf(at);
  const { localize } = localeOf(language);
  const ofYear = now === null || partsOf(now).year === year ? '' : ` ${year}`;
  return `${localize.day(weekday, { width: 'wide' })} ${day} ${localize.month(month, { width: 'wide' })}${ofYear}`;
}

/** "9:41pm", "10am", "midday"; "9:41yh", "10yb", "hanner dydd". */
export function timeOf(at: Moment, language: Language): string {
  const [hour = 0, minute = 0] = londonTime(dateOf(at)).slice(11, 16).split(':').map(Number);
  const words = WORDS[language];
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? words.midnight : words.noon;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`}${hour < 12 ? words.am : words.pm}`;
}

/** With `now`: "12:40pm today", "10am tomorrow", "10am Monday 23 November". Without: "9:41pm, 22 November 2026". */
export function momentOf(at: Moment, language: Language, now: Moment | null = null): string {
  const time = timeOf(at, language);
  if (now === null) return `${time}, ${dayOf(at, language)}`;
  const words = WORDS[language];
  const days = Math.round((Date.parse(dayIn(at)) - Date.parse(dayIn(now))) / DAY_MS);
  const near = { '-1': words.yesterday, '0': words.today, '1': words.tomorrow }[String(days)];
  // In Welsh the day on which something happens takes the soft mutation: "ddydd Llun".
  return `${time} ${near ?? weekdayOf(at, language, now).replace(/^dydd /, 'ddydd ')}`;
}

/** "18 minutes ago", "18 munud yn ôl"; less than a minute, or not yet, is "just now". */
export function agoOf(at: Moment, now: Moment, language: Language): string {
  const [then, since] = [dateOf(at), dateOf(now)];
  const gone = since.getTime() - then.getTime();
  if (gone < MINUTE_MS) return WORDS[language].now;
  const [unit, count] = gone < HOUR_MS ? ['xMinutes', gone / MINUTE_MS] as const : gone < DAY_MS ? ['xHours', gone / HOUR_MS] as const : ['xDays', gone / DAY_MS] as const;
  return localeOf(language).formatDistance(unit, Math.floor(count), { addSuffix: true, comparison: -1 });
}

/** A length of time in its two largest units, cut off, never rounded up: "1 hour 17 minutes", "2 ddiwrnod 3 awr". Its sign is left out. */
export function spanOf(ms: number, language: Language): string {
  const whole = Math.abs(ms);
  const [days, hours, minutes] = [Math.floor(whole / DAY_MS), Math.floor((whole % DAY_MS) / HOUR_MS), Math.floor((whole % HOUR_MS) / MINUTE_MS)];
  if (days + hours + minutes === 0) return WORDS[language].moment;
  const units = days > 0 ? [['xDays', days], ['xHours', hours]] as const : [['xHours', hours], ['xMinutes', minutes]] as const;
  return units.filter(([, count]) => count > 0).map(([unit, count]) => localeOf(language).formatDistance(unit, count)).join(' ');
}

type Month = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11;
type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;
function partsOf(at: Moment): { year: number; month: Month; day: number; weekday: Weekday } {
  // A calendar day read as UTC is that day in every zone.
  const day = new Date(`${dayIn(at)}T00:00:00Z`);
  return { year: day.getUTCFullYear(), month: day.getUTCMonth() as Month, day: day.getUTCDate(), weekday: day.getUTCDay() as Weekday };
}

function dayIn(at: Moment): string {
  return typeof at === 'string' && DAY.test(at) ? at : londonDay(dateOf(at));
}

/** Throws a RangeError on what is no moment. */
function dateOf(at: Moment): Date {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) throw new RangeError('that is no moment');
  return date;
}
