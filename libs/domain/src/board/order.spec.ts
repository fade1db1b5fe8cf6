import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { BoardRow } from './index.js';
import { clockOf, inBoardOrder } from './index.js';

const NOW = new Date('2026-11-20T14:00:00.000Z');
const minutes = (by: number): Date => new Date(NOW.getTime() + by * 60_000);
const row = (reference: string, dueIn: number | null, changes: Partial<BoardRow> = {}): BoardRow => ({ reference, agency: 'police', dueAt: dueIn === null ? null : minutes(dueIn), sentAt: minutes(-2000), endedAt: null, paused: null, ...changes });

describe('the order of a board', () => {
  it('has overdue rows first by parts of their target, then the least time left, then the rest', () => {
    const red = row('red, ten minutes late of sixty', -10, { sentAt: minutes(-70) });
    const green = row('green, two hours late of a day', -120, { sentAt: minutes(-1560) });
    const rows = [row('none, sent lately', null, { sentAt: minutes(-5) }), row('answered', -200, { endedAt: minutes(-100) }), row('two hours left', 120), green, row('none', null), row('paused', -500, { paused: 'paused_service_closed' }), row('answered lately', 5, { endedAt: minutes(-1) }), red, row('due now', 0)];
    expect(inBoardOrder(rows, NOW).map(({ reference }) => reference)).toEqual([
      'red, ten minutes late of sixty', 'green, two hours late of a day', 'due now', 'two hours left', 'paused', 'none', 'none, sent lately', 'answered lately', 'answered',
    ]);
  });

  it('puts equal rows by reference and agency', () => {
    const rows = [row('LAT-B', 10), row('LAT-A', 10, { agency: 'school' }), row('LAT-A', 10)];
    expect(inBoardOrder(rows, NOW).map(({ reference, agency }) => `${reference} ${agency}`)).toEqual(['LAT-A police', 'LAT-A school', 'LAT-B police']);
  });

  const some = fc.integer({ min: -300, max: 300 }).map((by) => minutes(by - (by % 20)));
  const anyRow = fc.record<BoardRow>({
    reference: fc.constantFrom('LAT-A', 'LAT-B', 'LAT-C'), agency: fc.constantFrom('police', 'health', 'school', 'GP'), dueAt: fc.option(some), sentAt: some, endedAt: fc.option(some, { freq: 2 }), paused: fc.option(fc.constantFrom('paused_service_closed', 'paused_for_clarification')),
  });
  const rows = fc.uniqueArray(anyRow, { maxLength: 12, selector: ({ reference, agency }) => `${reference} ${agency}` });

  it('is total: the same whatever order the rows come in, with every row once', () => {
    fc.assert(fc.property(rows.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))), ([all, shuffled]) => {
      expect(inBoardOrder(shuffled, NOW)).toEqual(inBoardOrder(all, NOW));
      expect(new Set(inBoardOrder(all, NOW))).toEqual(new Set(all));
    }));
  });

  it('of two rows is their order among others', () => {
    fc.assert(fc.property(rows, (all) => {
      const placed = inBoardOrder(all, NOW);
      placed.slice(1).forEach((lower, at) => expect(inBoardOrder([lower, placed[at]!], NOW)).toEqual([placed[at]!, lower]));
    }));
  });

  it('never has a running row above an overdue one', () => {
    fc.assert(fc.property(rows, (all) => {
      const kinds = inBoardOrder(all, NOW).map((each) => clockOf({ ...each, now: NOW }).kind);
      expect(kinds.lastIndexOf('overdue')).toBeLessThan(kinds.filter((kind) => kind === 'overdue').length);
      expect(kinds.indexOf('left') < 0 || kinds.indexOf('left') === kinds.lastIndexOf('overdue') + 1).toBe(true);
    }));
  });
});
