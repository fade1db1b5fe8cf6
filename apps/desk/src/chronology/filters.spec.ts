import { describe, expect, it } from 'vitest';
import { filterOf, type Ticked } from './filters.js';
import { byYear } from './timeline.js';
import { chronologyOf, type ChronologyEntry } from '@lateral/domain/chronology';

const NONE = { day: '', month: '', year: '' };
const ticked = (change: Partial<Ticked> = {}): Ticked => ({ agencies: [], about: [], natures: [], from: NONE, to: NONE, ...change });
const on = (day: string, month: string, year: string): Ticked['from'] => ({ day, month, year });

describe('a filter as it is typed', () => {
  it('is none where nothing is ticked or typed', () => {
    expect(filterOf(ticked())).toEqual({ filter: {} });
  });

  it('is what is ticked and both days, and only natures that there are', () => {
    expect(filterOf(ticked({ agencies: ['heddlu'], about: ['p1'], natures: ['fact', 'rumour'], from: on('1', '3', '2025'), to: on('2', '3', '2025') }))).toEqual({ filter: { agencies: ['heddlu'], about: ['p1'], natures: ['fact'], from: '2025-03-01', to: '2025-03-02' } });
  });

  it.each<[Partial<Ticked>, string, string]>([[{ from: on('31', '2', '2025') }, 'from-day', 'wrong'], [{ from: on('1', '', '') }, 'from-day', 'wrong'], [{ to: on('x', '2', '2025') }, 'to-day', 'wrong'], [{ from: on('3', '3', '2025'), to: on('2', '3', '2025') }, 'from-day', 'order']])('%j is wrong at %s', (change, field, code) => {
    expect(filterOf(ticked(change))).toEqual({ field, code });
  });
});

describe('a timeline', () => {
  it('stands under its years, gaps with what is before them, and what has no date last', () => {
    const entry = (key: string, eventDate: string | null): ChronologyEntry => ({ key, agency: 'heddlu', eventDate, recordedDate: null, text: key, nature: 'fact', type: null, source: '', handling: null, about: ['p1'], aboutRoles: [], relevance: '' });
    const { rows } = chronologyOf([entry('a', '2024-01-10'), entry('b', '2024-02-10'), entry('c', '2026-03-03'), entry('d', null)], { today: '2026-11-22', gapMonths: 6 });
    expect(byYear(rows).map((each) => [each.year, each.rows.map((row) => (row.kind === 'gap' ? 'gap' : row.event.key))])).toEqual([['2024', ['a', 'b', 'gap']], ['2026', ['c']], [null, ['d']]]);
    expect(byYear([])).toEqual([]);
  });
});
