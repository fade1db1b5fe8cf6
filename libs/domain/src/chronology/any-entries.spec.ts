import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { HANDLING_LIMITS, ITEM_NATURES } from '../justification/codes.js';
import { TODAY, entry } from './chronology.examples.js';
import type { ChronologyEntry, ChronologyOptions, ChronologyRow } from './index.js';
import { chronologyOf, eventsOf, nearDuplicatesOf, repeatsOf } from './index.js';

const day = fc.date({ min: new Date('2018-01-01'), max: new Date('2026-11-22'), noInvalidDate: true }).map((at) => at.toISOString());
const when = fc.oneof(day.map((iso) => iso.slice(0, 10)), day.map((iso) => iso.slice(0, 7)), day.map((iso) => iso.slice(0, 4)), day, fc.constantFrom(null, 'before Christmas 2023', 'haf 2022', 'long ago'));

/** Any entries, each under its own key. */
const anyEntries = fc.array(fc.record({
  agency: fc.constantFrom('police', 'health', 'school'), eventDate: when, recordedDate: fc.option(day), nature: fc.constantFrom(...ITEM_NATURES), type: fc.constantFrom(null, 'police.da_incidents', 'gp.attendance'),
  handling: fc.option(fc.constantFrom(...HANDLING_LIMITS)), about: fc.subarray(['p1', 'p2']),
}), { maxLength: 14 }).map((all) => all.map(({ eventDate, ...changes }, at) => entry(`e${at}`, eventDate, changes)));

/** Groups of those keys, some of them sharing one, some of no entry. */
const anyJoins = fc.array(fc.array(fc.integer({ min: 0, max: 15 }).map((at) => `e${at}`), { maxLength: 3 }), { maxLength: 3 });

const rowsOf = (entries: ChronologyEntry[], options: Partial<ChronologyOptions> = {}): ChronologyRow[] => chronologyOf(entries, { today: TODAY, ...options }).rows;

describe('any chronology', () => {
  const order = fc.constantFrom('earliest' as const, 'latest' as const);

  it('has every entry exactly once, in the same order however they come', () => {
    fc.assert(fc.property(anyEntries, anyJoins, order, fc.integer({ min: 0, max: 13 }), (entries, joined, inOrder, turn) => {
      const rows = rowsOf(entries, { joined, order: inOrder, gapMonths: 2 });
      expect(rows.flatMap((row) => (row.kind === 'event' ? row.event.sources.map(({ key }) => key) : [])).sort()).toEqual(entries.map(({ key }) => key).sort());
      expect(rowsOf([...entries.slice(turn), ...entries.slice(0, turn)], { joined: [...joined].reverse(), order: inOrder, gapMonths: 2 })).toEqual(rows);
    }));
  });

  it('is latest first what it is earliest first, turned round, up to what has no date', () => {
    fc.assert(fc.property(anyEntries, anyJoins, (entries, joined) => {
      const dated = (rows: ChronologyRow[]): ChronologyRow[] => rows.filter((row) => row.kind === 'gap' || row.event.span !== null);
      const [earliest, latest] = [rowsOf(entries, { joined, gapMonths: 2 }), rowsOf(entries, { joined, gapMonths: 2, order: 'latest' })];
      expect(dated(latest)).toEqual(dated(earliest).reverse());
    }));
  });

  it('has no gap in which any dated event may lie', () => {
    fc.assert(fc.property(anyEntries, fc.integer({ min: 1, max: 24 }), (entries, gapMonths) => {
      const rows = rowsOf(entries, { gapMonths });
      for (const row of rows) {
        if (row.kind === 'event') continue;
        expect(row.gap.months).toBeGreaterThanOrEqual(gapMonths);
        expect(rows.filter((other) => other.kind === 'event' && other.event.span !== null && other.event.span.to > row.gap.from && other.event.span.from < row.gap.to)).toEqual([]);
      }
    }));
  });

  it('never hides a handling limit behind a filter or a join', () => {
    const filter = fc.record({ agencies: fc.subarray(['police', 'health']), about: fc.subarray(['p1', 'p2']), natures: fc.subarray([...ITEM_NATURES]), from: fc.constantFrom('2019-01-01', '2024-01-01') }, { requiredKeys: [] });
    fc.assert(fc.property(anyEntries, anyJoins, filter, (entries, joined, wanted) => {
      const [all, some] = [chronologyOf(entries, { today: TODAY, joined }), chronologyOf(entries, { today: TODAY, joined, filter: wanted })];
      expect(some.limits).toEqual(all.limits);
      expect(some.limits.reduce((sum, { entries: count }) => sum + count, 0)).toBe(entries.filter(({ handling }) => handling !== null).length);
      expect(some.rows.length + some.hidden).toBe(all.rows.length);
      for (const row of some.rows) if (row.kind === 'event') expect([...row.event.handling].sort()).toEqual([...new Set(row.event.sources.flatMap(({ handling }) => (handling === null ? [] : [handling])))].sort());
    }));
  });

  it('suggests each pair once, of two agencies, most alike first, however the entries come', () => {
    const text = fc.constantFrom('police called to the home', 'police called at home', 'seen by the nurse', '');
    fc.assert(fc.property(anyEntries, fc.array(text, { minLength: 14, maxLength: 14 }), (some, texts) => {
      const entries = some.map((each, at) => ({ ...each, text: texts[at]! }));
      const found = nearDuplicatesOf(entries, TODAY);
      expect(new Set(found.map(({ keys }) => keys.join(' '))).size).toBe(found.length);
      expect(found.every(({ keys: [a, b], from, to }) => a < b && from <= to && entries.find(({ key }) => key === a)!.agency !== entries.find(({ key }) => key === b)!.agency)).toBe(true);
      expect(found.map(({ likeness }) => likeness)).toEqual(found.map(({ likeness }) => likeness).sort((a, b) => b - a));
      expect(nearDuplicatesOf([...entries].reverse(), TODAY)).toEqual(found);
    }));
  });

  it('never counts more than there are dated events', () => {
    fc.assert(fc.property(anyEntries, anyJoins, (entries, joined) => {
      const events = eventsOf(entries, joined, TODAY);
      for (const { count, perhaps } of repeatsOf(events, TODAY)) {
        expect(count + perhaps).toBeGreaterThan(0);
        expect(count + perhaps).toBeLessThanOrEqual(events.filter(({ span }) => span !== null).length);
      }
    }));
  });
});
