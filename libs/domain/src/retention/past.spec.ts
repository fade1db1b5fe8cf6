import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { londonDay } from '../deadlines/london.js';
import { isPast, keptUntil, pastAt } from './past.js';

const moment = fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2060-12-31T23:59:59Z'), noInvalidDate: true });
const months = fc.integer({ min: 1, max: 400 });
const DAY_MS = 86_400_000;

describe('the last day of keeping', () => {
  it.each([
    ['2026-05-15T10:00:00Z', 12, '2027-05-15'],
    ['2026-01-31T10:00:00Z', 1, '2026-02-28'],
    ['2027-01-31T10:00:00Z', 13, '2028-02-29'],
    ['2028-02-29T10:00:00Z', 12, '2029-02-28'],
    ['2028-02-29T10:00:00Z', 48, '2032-02-29'],
    ['2026-12-31T10:00:00Z', 2, '2027-02-28'],
    ['2026-11-22T10:00:00Z', 312, '2052-11-22'],
    // Summer time: half past eleven in UTC is tomorrow in London. Winter: it is not.
    ['2026-05-31T23:30:00Z', 1, '2026-07-01'],
    ['2026-11-30T23:30:00Z', 1, '2026-12-30'],
  ])('of what ended at %s, after %i months: %s', (from, count, until) => {
    expect(keptUntil(new Date(from), count)).toBe(until);
  });

  it('is the same date in the month that many later, or the last of it where it has none', () => {
    fc.assert(fc.property(moment, months, (from, count) => {
      const [start, until] = [londonDay(from), keptUntil(from, count)!].map((day) => day.split('-').map(Number) as [number, number, number]) as [[number, number, number], [number, number, number]];
      expect(until[0] * 12 + until[1]).toBe(start[0] * 12 + start[1] + count);
      const lastOfMonth = new Date(Date.UTC(until[0], until[1], 0)).getUTCDate();
      expect(until[2]).toBe(Math.min(start[2], lastOfMonth));
    }));
  });

  it('is never earlier for more months, nor for a later end', () => {
    fc.assert(fc.property(moment, moment, months, months, (a, b, m, n) => {
      const [early, late] = a < b ? [a, b] : [b, a];
      expect(keptUntil(early, Math.min(m, n))! <= keptUntil(late, Math.max(m, n))!).toBe(true);
    }));
  });
});

describe('past its date', () => {
  it('is what is kept through its last day in London, to the end of it', () => {
    expect(isPast('2027-05-15', new Date('2027-05-15T22:59:59.999Z'))).toBe(false);
    expect(isPast('2027-05-15', new Date('2027-05-15T23:00:00.000Z'))).toBe(true);
    expect(isPast('2027-12-15', new Date('2027-12-15T23:59:59.999Z'))).toBe(false);
    expect(isPast('2027-12-15', new Date('2027-12-16T00:00:00.000Z'))).toBe(true);
  });

  it('is nothing that is kept for ever', () => {
    fc.assert(fc.property(moment, moment, (endedAt, now) => {
      expect(keptUntil(endedAt, null)).toBeNull();
      expect(pastAt({ contentMonths: null, recordMonths: null }, endedAt, now)).toEqual({ content: false, records: false });
      expect(pastAt({ contentMonths: 1, recordMonths: null }, endedAt, now).records).toBe(false);
    }));
  });

  it('is content first and records later, once and for all', () => {
    fc.assert(fc.property(moment, months, months, fc.integer({ min: -800, max: 20_000 }), (endedAt, m, n, days) => {
      const terms = { contentMonths: Math.min(m, n), recordMonths: Math.max(m, n) };
      const now = new Date(endedAt.getTime() + days * DAY_MS);
      const past = pastAt(terms, endedAt, now);
      expect(past.content || !past.records).toBe(true);
      // Within a month of 28 days nothing is past; after months of 31 days and a day all is.
      if (days < terms.contentMonths * 28) expect(past).toEqual({ content: false, records: false });
      if (days > terms.recordMonths * 31 + 2) expect(past).toEqual({ content: true, records: true });
      const later = pastAt(terms, endedAt, new Date(now.getTime() + DAY_MS));
      expect([later.content || !past.content, later.records || !past.records]).toEqual([true, true]);
    }));
  });
});
