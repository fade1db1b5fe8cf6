import { beforeAll, describe, expect, it } from 'vitest';
import { chronologyOf, type ChronologyEntry } from '@lateral/domain/chronology';
import { loadAllWords } from '../words/start-words.js';
import { COLUMNS, linesOf, tableOf, whenOf, type Saying } from './lines.js';

beforeAll(loadAllWords);

const entry = (key: string, eventDate: string | null, change: Partial<ChronologyEntry> = {}): ChronologyEntry => ({ key, agency: 'heddlu', eventDate, recordedDate: null, text: `What ${key} tells.`, nature: 'fact', type: null, source: 'Call log', handling: 'may_tell_family', about: ['p1'], aboutRoles: ['child'], relevance: '', ...change });
const entries = [entry('a', '2024-01-10'), entry('b', '2025-06-01', { handling: 'le_only' }), entry('c', '2026-03-03', { relevance: 'A pattern.' }), entry('d', '2026-03-03', { agency: 'ysgol', nature: 'allegation', handling: 'may_not_tell_family' }), entry('e', null)];
const whole = chronologyOf(entries, { today: '2026-11-22', gapMonths: 6, joined: [['c', 'd']] });
const saying = (change: Partial<Saying> = {}): Saying => ({ language: 'en', agencyName: (id) => id.toUpperCase(), personIn: (text) => text, comment: () => '', undated: 'No date', gap: ({ months }) => `${months} months`, ours: 'Our view:', withRestricted: true, ...change });

describe('lines that go to paper', () => {
  it('have every cell, gaps in words, and joined entries with both their sources', () => {
    const { lines, leftOut } = linesOf(whole, saying({ comment: ([source]) => (source?.key === 'c' ? 'Third time.' : '') }));
    expect(leftOut).toBe(0);
    expect(tableOf(lines)).toEqual([
      ['10 January 2024', 'HEDDLU', 'What a tells.', 'Fact. Call log', '', 'The family may be told'], ['', '', '16 months', '', '', ''],
      ['1 June 2025', 'HEDDLU', 'What b tells.', 'Fact. Call log', '', 'Law enforcement only'], ['', '', '9 months', '', '', ''],
      ['3 March 2026', 'HEDDLU; YSGOL', 'HEDDLU: What c tells.\nYSGOL: What d tells.', 'HEDDLU: Fact. Call log\nYSGOL: Allegation. Call log', 'HEDDLU: A pattern.\nOur view: Third time.', 'The family may be told; The family may not be told'],
      ['No date', 'HEDDLU', 'What e tells.', 'Fact. Call log', '', 'The family may be told'],
    ]);
  });

  it('leave out what is restricted, with how much it was, and make no gap of it', () => {
    const { lines, leftOut } = linesOf(whole, saying({ withRestricted: false }));
    expect(leftOut).toBe(2);
    expect(tableOf(lines).map(([date, , what]) => date === '' ? what : date)).toEqual(['10 January 2024', '16 months', '9 months', '3 March 2026', 'No date']);
    expect(JSON.stringify(lines)).not.toMatch(/What [bd] tells|Law enforcement|may not be told/u);
    // What somebody thinks of something restricted tells of it.
    const thought = (withRestricted: boolean): string => JSON.stringify(linesOf(whole, saying({ withRestricted, comment: (sources) => (sources.some(({ key }) => key === 'd') ? 'THOUGHT' : '') })).lines);
    expect([thought(true).includes('THOUGHT'), thought(false).includes('THOUGHT')]).toEqual([true, false]);
  });

  it('have no gap at either end', () => {
    const ends = chronologyOf([entry('a', '2024-01-10', { handling: 'le_only' }), entry('b', '2026-01-10')], { today: '2026-11-22', gapMonths: 6 });
    expect(linesOf(ends, saying({ withRestricted: false })).lines.map(({ gap }) => gap)).toEqual([null]);
    expect(linesOf(chronologyOf([], { today: '2026-11-22' }), saying()).lines).toEqual([]);
  });

  it('have names as they are to be, everywhere', () => {
    const { lines } = linesOf(chronologyOf([entry('a', '2024', { text: 'N', source: 'N', relevance: 'N' })], { today: '2026-11-22' }), saying({ personIn: (text) => text.replaceAll('N', 'C A'), comment: () => 'N' }));
    expect(tableOf(lines)[0]).toEqual(['2024', 'HEDDLU', 'C A', 'Fact. C A', 'C A\nOur view: C A', 'The family may be told']);
    expect(tableOf(lines)[0]).toHaveLength(COLUMNS.length);
  });
});

describe('when', () => {
  it.each([['2026-03-03', '3 Mawrth 2026'], ['2026-03', 'Mawrth 2026'], ['2026', '2026'], ['cyn Nadolig 2023', 'cyn Nadolig 2023'], ['2026-03-03T14:05', '3 Mawrth 2026, 14:05'], ['2026-07-01T08:00:00.000Z', '1 Gorffennaf 2026, 09:00'], ['2026-99', '2026-99']])('%s is %s', (eventDate, said) => {
    const [row] = chronologyOf([entry('a', eventDate)], { today: '2026-11-22' }).rows;
    expect(row?.kind === 'event' && whenOf(row.event, 'cy')).toBe(said);
  });
});
