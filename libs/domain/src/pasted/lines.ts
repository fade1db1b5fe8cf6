import { fold } from '../wording/fold.js';
import type { WrittenDate } from './dates.js';
import { writtenDates, writtenYears } from './dates.js';

/** One line of a paste. Offsets are into the paste; `body` is where the words begin after indentation, bullet and number. */
export interface Line {
  body: number;
  end: number;
  /** Its words, from `body` on. */
  text: string;
  /** Has letters or figures. */
  says: boolean;
  indent: number;
  mark: 'bullet' | 'number' | null;
  /** "Date of incident: …" → "date of incident", folded. */
  label: string | null;
  /** The date that the line begins with, as a record does. */
  head: string | null;
}

const LINE_END = /\r\n|[\n\r\u2028\u2029\v\f]/gu;
// Bullets of word processors, of plain text, and those that a clipboard makes of a symbol font.
const BULLET = /^(?:[•·▪▫◦‣∙●○■□➢➤►▶✓✔❖§\uf000-\uf0ff]\s*|[-–—*>+](?:\s+|(?=\p{Lu})))+/u;
const NUMBER = /^\(?(\d{1,3})[.)]\s+(?=\S)/u;
const LABEL = /^([\p{L}\p{M}][\p{L}\p{M} /&'’().-]{0,40}?)\s*:(?!\d\d)/u;
/** What may stand before a date at the beginning of an entry: how systems call it, and small words. */
const BEFORE_DATE = new Set(['on', 'in', 'at', 'the', 'from', 'dated', 'date', 'time', 'and', 'of', 'event', 'incident', 'occurrence', 'occ', 'crime', 'custody', 'log', 'ref', 'reference', 'no', 'number', 'niche', 'pnd', 'pnc', 'cpoms', 'wccis', 'emis', 'systmone', 'rio', 'entry', 'note', 'case', 'contact', 'consultation', 'recorded', 'reported', 'created', 'added', 'occurred', 'happened', 'mon', 'tue', 'tues', 'wed', 'thu', 'thur', 'thurs', 'fri', 'sat', 'sun', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday',
  'early', 'mid', 'late', 'about', 'around', 'circa', 'c', 'approx', 'since', 'between',
  'ar', 'yn', 'ym', 'yng', 'y', 'yr', 'dyddiad', 'amser', 'ac', 'digwyddiad', 'rhif', 'cyfeirnod', 'nodyn', 'nodiadau', 'achos', 'cofnod', 'cofnodwyd', 'adroddwyd', 'dydd', 'llun', 'mawrth', 'mercher', 'iau', 'gwener', 'sadwrn', 'sul', 'cyswllt', 'dechrau', 'canol', 'diwedd', 'tua', 'ers', 'rhwng']);
/** A record's own number at the beginning of a line: whatever stands between it and the date calls the record something. */
const REFERENCE = /^(?=\S*\d{5})[\p{Lu}\d*/-]+\s/u;
/** After these at the end of a line a date goes on with the sentence. */
const UNFINISHED = /(?<!\p{L})(?:on|of|dated|from|to|by|until|till|since|before|after|the|in|and|at|or|between|ar|o|i|am|ers|cyn|yn|ym|yng|hyd|tan|rhwng|a|ac|wedi|erbyn|dyddiedig)$/iu;

/** Every line of a paste, empty ones too. A number is a mark, and no word, where the lines' numbers run 1, 2, 3. */
export function linesOf(paste: string, today: string): Line[] {
  const raw = rawLinesOf(paste);
  const numbered = numbersInARow(raw.map(({ text }) => numberOf(text)));
  const lines: Line[] = [];
  raw.forEach((each, at) => lines.push(lineOf({ ...each, numbered: numbered.has(at) }, lines.at(-1), today)));
  return lines;
}

function rawLinesOf(paste: string): { start: number; text: string }[] {
  const starts = [0, ...[...paste.matchAll(LINE_END)].map((match) => match.index + match[0].length)];
  return starts.map((start, at) => ({ start, text: paste.slice(start, starts[at + 1]).replace(LINE_END, '') }));
}

function lineOf({ start, text, numbered }: { start: number; text: string; numbered: boolean }, previous: Line | undefined, today: string): Line {
  const indent = text.length - text.trimStart().length;
  const bullet = BULLET.exec(text.slice(indent))?.[0] ?? '';
  const number = numbered ? NUMBER.exec(text.slice(indent))?.[0] ?? '' : '';
  const body = start + indent + bullet.length + number.length;
  const end = start + text.trimEnd().length;
  const words = text.slice(body - start).trimEnd();
  const goesOn = previous?.says === true && bullet + number === '' && (UNFINISHED.test(previous.text) || (/^\p{Ll}/u.test(words) && !/[.!?:;]$/u.test(previous.text)));
  return {
    end, body: Math.min(body, end), text: words, says: /[\p{L}\p{N}]/u.test(words), indent,
    mark: number !== '' ? 'number' : bullet !== '' ? 'bullet' : null, label: labelOf(words), head: goesOn ? null : headOf(words, today),
  };
}

function labelOf(words: string): string | null {
  const label = LABEL.exec(words)?.[1];
  return label === undefined ? null : fold(label).replace(/\s+/gu, ' ').trim();
}

function headOf(words: string, today: string): string | null {
  const cells = words.split('\t');
  const cell = cells.length > 1 ? cells.map((each) => wholeDate(each, today)).find((date) => date !== null) : undefined;
  if (cell !== undefined && cell !== null) return cell;
  const first = [...writtenDates(words, today), ...yearsThatHead(words)].sort((a, b) => a.start - b.start)[0];
  if (first === undefined || first.start > 80 || isBorn(words, first)) return null;
  return leadsToDate(words.slice(0, first.start)) || (first.date.length === 10 && REFERENCE.test(words.slice(0, first.start))) ? first.date : null;
}

/** A year heads an entry after a word of time or where a mark parts it from the words: "In 2019 …", "2019: …", "2019 – …". */
function yearsThatHead(words: string): WrittenDate[] {
  return writtenYears(words).filter(({ start, end }) => /^\p{L}+ $/u.test(words.slice(0, start)) || /^(?:\s*[:,–—\t]|\s+-\s|\s*$|[)\]])/u.test(words.slice(end)));
}

function leadsToDate(before: string): boolean {
  return before.split(/[\s:,;#|()[\]{}.–—/-]+/u).every((word) => word === '' || /\d/u.test(word) || BEFORE_DATE.has(fold(word)));
}

function isBorn(words: string, { start }: WrittenDate): boolean {
  return /(?:birth|d\.?o\.?b|geni)/iu.test(words.slice(0, start));
}

/** A cell of a table that is nothing but a date, with a time or without. */
export function wholeDate(cell: string, today: string): string | null {
  const [date] = writtenDates(cell, today);
  if (date === undefined) return null;
  const rest = cell.slice(0, date.start) + cell.slice(date.end);
  return /^[\s,T]*(?:(?:\p{L}{3,9},? ?)?(?:\d{1,2}[:.]\d{2}(?::\d{2})?(?:\.\d+)?Z? ?(?:hrs|h|am|pm)?)?)[\s,]*$/iu.test(rest) ? date.date : null;
}

function numberOf(text: string): number | null {
  const number = NUMBER.exec(text.trimStart())?.[1];
  return number === undefined ? null : Number(number);
}

/** Places of numbers that count 1, 2, 3 (two or more of them): a list's own, and no word of it. */
function numbersInARow(numbers: readonly (number | null)[]): Set<number> {
  const places = numbers.flatMap((number, at) => (number === null ? [] : [{ number, at }]));
  const counts = places.length > 1 && places.every(({ number }, nth) => number === nth + 1);
  return new Set(counts ? places.map(({ at }) => at) : []);
}
