import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { monthsBefore, spanOf, wholeMonths } from './span.js';

describe('when something may have happened', () => {
  it.each<[string | null, string | null]>([
    ['2024-03-12', '2024-03-12 2024-03-12'], ['2024-02', '2024-02-01 2024-02-29'], ['2024', '2024-01-01 2024-12-31'], ['2024-03-12T09:30', '2024-03-12 2024-03-12 09:30'], ['2026-06-30T23:30:00.000Z', '2026-07-01 2026-07-01 00:30'],
    ['12/3/24', '2024-03-12 2024-03-12'], ['Mid-March 2024', '2024-03-01 2024-03-31'], ['Summer 2023', '2023-06-01 2023-08-31'], ['gaeaf 2023', '2023-12-01 2024-02-29'], ['before Christmas 2023', '2023-12-01 2023-12-31'], ['early 2024', '2024-01-01 2024-12-31'],
    [null, null], ['', null], ['long ago', null], ['2024-13', null], ['2023-02-29', null], ['12 March', null],
  ])('%j is %j', (written, expected) => {
    const span = spanOf(written, '2026-11-22');
    expect(span === null ? null : [span.from, span.to, span.time].join(' ').trim()).toBe(expected);
  });

  it('begins before it ends, whatever is written', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{4}(-\d{2}){0,2}(T\d{2}:\d{2}Z?)?$/u)), (written) => {
      const span = spanOf(written, '2026-11-22');
      if (span !== null) expect(span.from <= span.to).toBe(true);
    }));
  });
});

it('counts whole months, and back over short ones', () => {
  expect([wholeMonths('2024-03-15', '2024-05-14'), wholeMonths('2024-03-15', '2024-05-15'), wholeMonths('2023-12-31', '2025-01-01'), wholeMonths('2024-01-01', '2024-01-31')]).toEqual([1, 2, 12, 0]);
  expect([monthsBefore('2026-11-22', 12), monthsBefore('2024-02-29', 12), monthsBefore('2026-05-31', 3)]).toEqual(['2025-11-22', '2023-02-28', '2026-02-28']);
});
