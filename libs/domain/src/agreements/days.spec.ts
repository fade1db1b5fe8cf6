import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { isDay } from '../days.js';
import { dayInWords, daysBetween, monthsBefore } from './days.js';

const days = fc.integer({ min: 0, max: 40_000 }).map((count) => new Date(count * 86_400_000).toISOString().slice(0, 10));

describe('days', () => {
  it.each([['2027-03-31', 1, '2027-02-28'], ['2028-03-31', 1, '2028-02-29'], ['2027-01-15', 1, '2026-12-15'], ['2026-11-03', 24, '2024-11-03'], ['2028-02-29', 12, '2027-02-28'], ['2027-05-05', 0, '2027-05-05']])('%s less %i months is %s', (day, months, expected) => {
    expect(monthsBefore(day, months)).toBe(expected);
  });

  it('goes back month by month without ever skipping one, and never to what is no day', () => {
    fc.assert(fc.property(days, fc.integer({ min: 0, max: 300 }), (day, months) => {
      const before = monthsBefore(day, months);
      const monthOf = (each: string): number => Number(each.slice(0, 4)) * 12 + Number(each.slice(5, 7));
      expect(isDay(before)).toBe(true);
      expect(monthOf(day) - monthOf(before)).toBe(months);
      expect(before.slice(8) <= day.slice(8)).toBe(true);
    }));
  });

  it('counts days across a change of clocks as across any other night', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2027-03-29', '2027-03-27')).toBe(-2);
  });

  it('is read in two languages', () => {
    expect([dayInWords('2027-03-01', 'en'), dayInWords('2027-03-01', 'cy')]).toEqual(['1 March 2027', '1 Mawrth 2027']);
  });
});
