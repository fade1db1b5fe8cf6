import { describe, expect, it } from 'vitest';
import { TODAY, entry } from './chronology.examples.js';
import type { ChronologyEntry, ChronologyOptions, ChronologyRow } from './index.js';
import { chronologyOf } from './index.js';

const rowsOf = (entries: ChronologyEntry[], options: Partial<ChronologyOptions> = {}): ChronologyRow[] => chronologyOf(entries, { today: TODAY, ...options }).rows;
const told = (rows: ChronologyRow[]): string[] => rows.map((row) => (row.kind === 'gap' ? `gap ${row.gap.months}` : row.event.sources.map(({ key }) => key).join('+')));

describe('a chronology', () => {
  const entries = [entry('march', '2024-03'), entry('noon', '2024-03-01T12:00'), entry('first', '2024-03-01'), entry('year', '2024'), entry('nobody knows', null), entry('may', '2025-05-02'), entry('old', '2019-01-01')];

  it('is earliest first, what is less precise at the beginning of its span, and what has no date last', () => {
    expect(told(rowsOf(entries))).toEqual(['old', 'year', 'march', 'first', 'noon', 'may', 'nobody knows']);
    expect(told(rowsOf(entries, { order: 'latest' }))).toEqual(['may', 'noon', 'first', 'march', 'year', 'old', 'nobody knows']);
  });

  it('says gaps as data, between the events they lie between, and none inside a span', () => {
    expect(told(rowsOf(entries, { gapMonths: 3 }))).toEqual(['old', 'gap 60', 'year', 'march', 'first', 'noon', 'gap 4', 'may', 'nobody knows']);
    expect(told(rowsOf(entries, { gapMonths: 5, order: 'latest' }))).toEqual(['may', 'noon', 'first', 'march', 'year', 'gap 60', 'old', 'nobody knows']);
    expect(rowsOf(entries, { gapMonths: 5 }).find(({ kind }) => kind === 'gap')).toEqual({ kind: 'gap', gap: { after: 'old', before: 'year', from: '2019-01-01', to: '2024-01-01', months: 60 } });
    expect(() => rowsOf(entries, { gapMonths: 0 })).toThrow(RangeError);
  });

  it('joins entries of several agencies into one, with the more precise date, both sources and every limit', () => {
    const police = entry('a', '2024-03-03', { handling: 'le_only' });
    const health = entry('b', '2024-03', { agency: 'health', handling: 'may_not_tell_family', about: ['p2'], nature: 'third_party_report' });
    const [row] = rowsOf([health, police], { joined: [['a', 'b', 'none such']] });
    expect(row).toMatchObject({ kind: 'event', event: { key: 'b', eventDate: '2024-03-03', agencies: ['health', 'police'], natures: ['third_party_report', 'fact'], about: ['p2', 'p1'], handling: ['may_not_tell_family', 'le_only'], sources: [health, police] } });
    expect(told(rowsOf([police, health, entry('c', null)], { joined: [['a', 'b'], ['b', 'c']] }))).toEqual(['b+a+c']);
  });

  it('filters by agency, person, nature and period, says how many it hides, and leaves gaps to be of all agencies', () => {
    const some = [entry('a', '2020-01-01'), entry('b', '2021-06-01', { agency: 'health', nature: 'allegation', about: ['p2'] }), entry('c', '2023-01-01'), entry('d', null)];
    expect(told(rowsOf(some, { filter: { agencies: ['police'] }, gapMonths: 12 }))).toEqual(['a', 'gap 17', 'gap 19', 'c', 'd']);
    expect(told(rowsOf(some, { filter: { about: ['p2'] }, gapMonths: 12 }))).toEqual(['b']);
    expect(told(rowsOf(some, { filter: { natures: ['allegation'] } }))).toEqual(['b']);
    expect(told(rowsOf(some, { filter: { from: '2021-01-01', to: '2022-01-01' } }))).toEqual(['b', 'd']);
    expect(chronologyOf(some, { today: TODAY, filter: { agencies: ['health'] } })).toMatchObject({ hidden: 3, undated: 1 });
  });
});
