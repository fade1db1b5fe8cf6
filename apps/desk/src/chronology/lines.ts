import { spanOf, type Chronology, type ChronologyEntry, type ChronologyEvent, type ChronologyRow, type Gap } from '@lateral/domain/chronology';
import { HANDLING_CALLED, NATURE_CALLED } from '@lateral/domain/statement';
import { called } from '../words/called.js';
import { dayOf } from '../words/dates.js';
import type { Language } from '../words/languages.js';

export const COLUMNS = ['date', 'agency', 'what', 'how', 'meant', 'handling'] as const;
export type Column = (typeof COLUMNS)[number];
/** One row of the table that goes to paper or a file: of an event its cells; of a gap, or of what is not in it, one sentence. */
export type Line = { key: string; gap: string; agency?: string } | { key: string; gap: null; cells: Record<Column, string> };

/** How it is said, and how much of it. `personIn`: a text with its names as they are to be; `comment`: what somebody thinks of what these sources tell. */
export interface Saying { language: Language; agencyName: (agency: string) => string; personIn: (text: string) => string; comment: (sources: readonly ChronologyEntry[]) => string; undated: string; gap: (gap: Gap) => string; ours: string; withRestricted: boolean }

/** Whatever is not free to be told on. It is left out of what is printed or copied unless somebody says otherwise. */
export function isRestricted({ handling }: Pick<ChronologyEntry, 'handling'>): boolean {
  return handling !== null && handling !== 'may_tell_family';
}

/**
 * Rows as text. Where what is restricted is left out, so are gaps at whose side nothing stands any more; a gap is never made by leaving
 * something out.
 */
export function linesOf({ rows }: Pick<Chronology, 'rows'>, saying: Saying): { lines: Line[]; leftOut: number } {
  const kept = rows.flatMap((row): { row: ChronologyRow; sources: readonly ChronologyEntry[] }[] => {
    if (row.kind === 'gap') return [{ row, sources: [] }];
    const sources = saying.withRestricted ? row.event.sources : row.event.sources.filter((source) => !isRestricted(source));
    return sources.length === 0 ? [] : [{ row, sources }];
  });
  const isEvent = ({ row }: { row: ChronologyRow }): boolean => row.kind === 'event';
  const [first, last] = [kept.findIndex(isEvent), kept.findLastIndex(isEvent)];
  const lines = kept.slice(Math.max(first, 0), last + 1).map(({ row, sources }): Line => (row.kind === 'gap' ? { key: `${row.gap.after} ${row.gap.before}`, gap: saying.gap(row.gap) } : { key: row.event.key, gap: null, cells: cellsOf(row.event, sources, saying) }));
  const whole = rows.reduce((count, row) => count + (row.kind === 'event' ? row.event.sources.length : 0), 0);
  return { lines, leftOut: whole - kept.reduce((count, { sources }) => count + sources.length, 0) };
}

function cellsOf(event: ChronologyEvent, sources: readonly ChronologyEntry[], { language, agencyName, personIn, comment, undated, ours }: Saying): Record<Column, string> {
  const isJoined = sources.length > 1;
  const each = (say: (source: ChronologyEntry) => string): string => sources.map((source) => [isJoined ? `${agencyName(source.agency)}: ` : '', say(source)]).filter(([, said]) => said !== '').map((parts) => parts.join('')).join('\n');
  const thought = comment(sources).trim();
  return {
    date: whenOf(event, language) ?? undated, agency: [...new Set(sources.map(({ agency }) => agencyName(agency)))].join('; '), what: each(({ text }) => personIn(text)),
    how: each(({ nature, source }) => [called(NATURE_CALLED[nature], language), personIn(source)].filter((part) => part !== '').join('. ')),
    meant: [each(({ relevance }) => personIn(relevance)), thought === '' ? '' : `${ours} ${personIn(thought)}`].filter((part) => part !== '').join('\n'),
    handling: [...new Set(sources.flatMap(({ handling }) => (handling === null ? [] : [called(HANDLING_CALLED[handling], language)])))].join('; '),
  };
}

/** When it was, as far as it is known: a day, a month, a year, or the words that somebody wrote. Null where nobody knows. */
export function whenOf({ eventDate, span }: Pick<ChronologyEvent, 'eventDate' | 'span'>, language: Language): string | null {
  if (eventDate === null || eventDate.trim() === '') return null;
  const written = eventDate.trim();
  if (span === null || !/^\d{4}(?:-|$)/u.test(written)) return written;
  if (/^\d{4}$/u.test(written)) return written;
  // A month alone is its first day without the day.
  if (/^\d{4}-\d{2}$/u.test(written)) return dayOf(span.from, language).replace(/^\d+ /u, '');
  return span.time === '' ? dayOf(span.from, language) : `${dayOf(span.from, language)}, ${span.time}`;
}

/** A date as somebody wrote it, in words; `today` (London) ends what is still going on. Null where none was written. */
export function dateSaid(date: string | null | undefined, language: Language, today: string): string | null {
  return whenOf({ eventDate: date ?? null, span: spanOf(date ?? null, today) }, language);
}

/** For a file or a word processor: a sentence stands in the column of what happened. */
export function tableOf(lines: readonly Line[]): string[][] {
  return lines.map((line) => (line.gap === null ? COLUMNS.map((column) => line.cells[column]) : COLUMNS.map((column) => (column === 'what' ? line.gap : column === 'agency' ? line.agency ?? '' : ''))));
}
