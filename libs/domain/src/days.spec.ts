import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDay } from './days.js';

/** What a calendar makes of it: a day that is none becomes another. */
function inCalendar(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
const written = (year: number, month: number, day: number): string => `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

describe('a day', () => {
  it('is one of the calendar, in any year', () => {
    fc.assert(fc.property(fc.nat(9999), fc.nat(14), fc.nat(33), (year, month, day) => {
      const text = written(year, month, day);
      expect([text, isDay(text)]).toEqual([text, inCalendar(text)]);
    }), { numRuns: 2_000 });
  });

  it.each([['2000-02-29', true], ['1900-02-29', false], ['2028-02-29', true], ['2027-02-29', false], ['2026-02-30', false], ['2026-04-31', false], ['2026-12-31', true], ['2027-13-01', false]])('%s: %s', (text, is) => expect(isDay(text)).toBe(is));

  it.each(['2026-1-1', '26-01-01', '2026-01-01T00:00:00Z', ' 2026-01-01', '2026-01-01\n', ''])('is written in one way: not %j', (text) => expect(isDay(text)).toBe(false));
});
