import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { daysBetween, monthsBefore } from './calendar-day.js';

const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

describe('calendar days', () => {
  it.each([
    ['2026-10-22', 24, '2024-10-22'],
    ['2028-02-29', 24, '2026-02-28'],
    ['2026-03-31', 1, '2026-02-28'],
    ['2026-01-15', 1, '2025-12-15'],
  ])('%s less %i months is %s', (from, months, expected) => expect(monthsBefore(from, months)).toBe(expected));

  it('twenty-four months are two years and nothing else, on every day', () => {
    fc.assert(fc.property(day, (on) => {
      const before = monthsBefore(on, 24);
      expect(Number(on.slice(0, 4)) - Number(before.slice(0, 4))).toBe(2);
      expect(before.slice(5)).toBe(on.slice(5) === '02-29' ? '02-28' : on.slice(5));
      expect([730, 731]).toContain(daysBetween(before, on));
    }));
  });
});
