import { fold } from '../wording/fold.js';
import { mutationsOf } from '../wording/mutations.js';

const ENGLISH = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const WELSH = ['ionawr', 'chwefror', 'mawrth', 'ebrill', 'mai', 'mehefin', 'gorffennaf', 'awst', 'medi', 'hydref', 'tachwedd', 'rhagfyr'];
const ENGLISH_SHORT = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WELSH_SHORT = ['ion', 'chwef', 'maw', 'ebr', 'mai', 'meh', 'gorff', 'awst', 'medi', 'hyd', 'tach', 'rhag'];

const numbered = (names: readonly string[]): [string, number][] => names.map((name, at) => [name, at + 1]);
const FULL = new Map([...numbered(ENGLISH), ...numbered(ENGLISH_SHORT), ['sept', 9] as const, ...numbered(WELSH), ...numbered(WELSH).flatMap(([name, month]) => mutationsOf(name).map((form) => [form, month] as const))]);
/** Beside a day only: alone they are words (until, against). */
const BESIDE_DAY = new Map([...FULL, ...numbered(WELSH_SHORT), ['chwe', 2] as const, ['gor', 7] as const]);

const anyOf = (names: Iterable<string>): string => [...names].sort((a, b) => b.length - a.length).join('|');

/** Sources of regular expressions: names of months in English and Welsh, mutated ones too, longest first. */
export const MONTH = anyOf(FULL.keys());
export const MONTH_BESIDE_DAY = anyOf(BESIDE_DAY.keys());

/** 1 to 12. Throws a RangeError on a word that MONTH_BESIDE_DAY does not match. */
export function monthOf(written: string): number {
  const month = BESIDE_DAY.get(fold(written));
  if (month === undefined) throw new RangeError('no month is called that');
  return month;
}
