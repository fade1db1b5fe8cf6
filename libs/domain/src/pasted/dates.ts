import { isDay } from '../days.js';
import { MONTH, MONTH_BESIDE_DAY, monthOf } from './months.js';

/** A date as written: UTF-16 offsets, `end` exclusive; `date` is `2024-03-12`, `2024-03` or `2024`, as precise as it was written. */
export interface WrittenDate { start: number; end: number; date: string }

/** How a form's groups are read: day, month and year, the year as written. */
type Read = (groups: Record<string, string>) => { year: string; month?: number; day?: number };

const ORDINAL = '(?: ?(?:st|nd|rd|th)|af|ail|il|ydd|edd|ed|fed|eg|ain)?';
const YEAR = String.raw`(?<year>\d{4}|['’]?\d{2})(?![\d/])`;
const FULL_YEAR = String.raw`(?<year>(?:19|20)\d{2})(?!\d)`;
// "12-14 March 2024", "12 a 14 Mawrth": what lasted is dated by its first day.
const LASTING = String.raw`(?: ?(?:-|–|—|to|and|&|i|a|hyd) ?\d{1,2}${ORDINAL})?`;
const BEFORE = String.raw`(?<![\d£$€/.])`;

const form = (source: string, read: Read): { pattern: RegExp; read: Read } => ({ pattern: new RegExp(source, 'giu'), read });
const inNumbers: Read = ({ day, month, year }) => ({ year: year!, month: Number(month), ...(day === undefined ? {} : { day: Number(day) }) });
const inWords: Read = ({ day, month, year }) => ({ year: year!, month: monthOf(month!), ...(day === undefined ? {} : { day: Number(day) }) });

/** Day before month, always: these are British records. */
const FORMS = [
  form(String.raw`${BEFORE}(?<year>\d{4})(?<gap>[-/.])(?<month>\d{1,2})\k<gap>(?<day>\d{1,2})(?!\d)`, inNumbers),
  form(String.raw`${BEFORE}(?:(?<day>\d{1,2}) ?[-–] ?\d{1,2}|(?<day2>\d{1,2})) ?(?<gap>[-/.]) ?(?<month>\d{1,2}) ?\k<gap> ?${YEAR}`, ({ day2, ...groups }) => inNumbers(groups.day === undefined ? { ...groups, day: day2! } : groups)),
  form(String.raw`${BEFORE}(?<day>\d{1,2})${ORDINAL}${LASTING}(?: of | o |[ ,./-]{0,2})(?<month>${MONTH_BESIDE_DAY})(?!\p{L})(?:\.?,? |[-/.,'’ ]{1,2})${YEAR}`, inWords),
  form(String.raw`(?<!\p{L})(?<month>${MONTH_BESIDE_DAY})\.? (?<day>\d{1,2})${ORDINAL},? ${FULL_YEAR}`, inWords),
  form(String.raw`(?<!\p{L})(?<month>${MONTH})(?!\p{L})(?:\.?,? (?:of |o )?|[-/])(?<year>(?:19|20)\d{2}|['’]\d{2}|(?<=[-/])\d{2})(?![\d/])`, inWords),
  form(String.raw`${BEFORE}(?<![-])(?<month>0?[1-9]|1[0-2])[/-]${FULL_YEAR}`, inNumbers),
  form(String.raw`${BEFORE}(?<![-])(?<year>(?:19|20)\d{2})-(?<month>0[1-9]|1[0-2])(?![\d/-])`, inNumbers),
];
const BARE_YEAR = /(?<![\d£$€/.,:-])(?<year>(?:19|20)\d{2})(?![\d]|[.,]\d)/gu;

/**
 * Full and partial dates of a text, in its order and none inside another. A year of two figures is of this century unless that
 * lies after `today` (`YYYY-MM-DD`). A year alone is none here: see `writtenYears`.
 */
export function writtenDates(text: string, today: string): WrittenDate[] {
  const found: WrittenDate[] = [];
  const taken = new Uint8Array(text.length);
  for (const { pattern, read } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      const date = isoOf(read(match.groups as Record<string, string>), today);
      if (date === null || taken.subarray(span.start, span.end).includes(1)) continue;
      taken.fill(1, span.start, span.end);
      found.push({ ...span, date });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Years that stand alone. Whether one is a date, and not a count or the year of an act, is for whoever sees what stands beside it. */
export function writtenYears(text: string): WrittenDate[] {
  return [...text.matchAll(BARE_YEAR)].map((match) => ({ start: match.index, end: match.index + match[0].length, date: match[0] }));
}

function isoOf({ year, month, day }: ReturnType<Read>, today: string): string | null {
  const full = yearOf(year, today);
  if (month === undefined) return full;
  const to = `${full}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return month >= 1 && month <= 12 ? to : null;
  const whole = `${to}-${String(day).padStart(2, '0')}`;
  return isDay(whole) ? whole : null;
}

function yearOf(written: string, today: string): string {
  const figures = written.replace(/\D/gu, '');
  if (figures.length === 4) return figures;
  return `20${figures}` <= today.slice(0, 4) ? `20${figures}` : `19${figures}`;
}
