import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { daysBetween } from './days.js';
import { EXPIRY_WARNINGS, expiryWarning, isInForce } from './expiry.js';

const agreement = { inForceFrom: '2026-01-01', expires: '2026-12-31' };
const dayFrom = (start: string, count: number): string => new Date(Date.parse(`${start}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);

describe('the end of an agreement', () => {
  it.each([[-1, null], [0, 7], [7, 7], [8, 30], [30, 30], [31, 90], [90, 90], [91, null]])('warns with %i days left: %s', (left, expected) => {
    expect(expiryWarning(agreement, dayFrom(agreement.expires, -left))).toBe(expected);
  });

  it('is not warned of before the beginning, however short the term', () => {
    const short = { inForceFrom: '2026-05-01', expires: '2026-05-05' };
    expect([expiryWarning(short, '2026-04-30'), expiryWarning(short, '2026-05-01')]).toEqual([null, 7]);
  });

  it('is within on the first and the last day, and on no day beside', () => {
    expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((on) => isInForce(agreement, on))).toEqual([false, true, true, false]);
  });

  it('is warned of by the smallest number of days that is left or more, on every day of every term', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: -5, max: 405 }), (term, passed) => {
      const begun = '2024-02-20';
      const any = { inForceFrom: begun, expires: dayFrom(begun, term) };
      const on = dayFrom(begun, passed);
      const left = daysBetween(on, any.expires);
      const expected = passed < 0 || left < 0 ? null : (EXPIRY_WARNINGS.find((days) => days >= left) ?? null);
      expect(expiryWarning(any, on)).toBe(expected);
    }));
  });
});
