import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { isNhsNumber, isUpn } from './check-digits.js';

const otherDigit = (digit: string, by: number): string => String((Number(digit) + by) % 10);

describe('an NHS number', () => {
  it.each(['9992048719', '999 204 8719', '999-204-8719', '9993380857'])('is %s', (written) => {
    expect(isNhsNumber(written)).toBe(true);
  });
  it.each(['9992048718', '999204871', '99920487190', '0000000000', '999204871X', ''])('is not %j', (written) => {
    expect(isNhsNumber(written)).toBe(false);
  });
  it('is none once any one digit is another', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const digits = Array.from('9992048719');
      digits[at] = otherDigit(digits[at]!, by);
      expect(isNhsNumber(digits.join(''))).toBe(false);
    }));
  });
});

describe('a unique pupil number', () => {
  it.each(['G873201526004', 'g873 2015 26004', 'U942110026013', 'D671409923088'])('is %s', (written) => {
    expect(isUpn(written)).toBe(true);
  });
  it.each(['H873201526004', 'G87320152600', 'I873201526004', 'G87320152600I', ''])('is not %j', (written) => {
    expect(isUpn(written)).toBe(false);
  });
  it('may end in a letter, and then has a letter of its own at the beginning', () => {
    const right = Array.from('ABCDEFGHJKLMNPQRTUVWXYZ').filter((letter) => isUpn(`${letter}87320152600A`));
    expect(right).toHaveLength(1);
  });
  it('is none once any one digit is another', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const upn = Array.from('G873201526004');
      upn[at] = otherDigit(upn[at]!, by);
      expect(isUpn(upn.join(''))).toBe(false);
    }));
  });
});
