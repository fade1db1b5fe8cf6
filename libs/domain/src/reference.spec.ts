import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { uuid7 } from './ids.js';
import { REFERENCE_PATTERN, referenceOf } from './reference.js';

const random = fc.uint8Array({ minLength: 10, maxLength: 10 });
const at = fc.integer({ min: 0, max: 2 ** 48 - 1 }).map((ms) => new Date(ms));

describe('the reference of a check', () => {
  it('is what was computed by hand', () => {
    expect(referenceOf('00000000-0000-7000-8000-000000000000')).toBe('LC-00000-00000');
    expect(referenceOf('00000000-0000-7000-8003-ffffffffffff')).toBe('LC-ZZZZZ-ZZZZZ');
    // 2^45 + 31: a one in the first letter, all ones in the last.
    expect(referenceOf('00000000-0000-7000-8000-20000000001f')).toBe('LC-10000-0000Z');
  });

  it('has the pattern of a reference, without the letters that are misheard', () => {
    fc.assert(fc.property(at, random, (time, bytes) => {
      const reference = referenceOf(uuid7(time, bytes));
      expect(reference).toMatch(REFERENCE_PATTERN);
      expect(reference.slice(3)).not.toMatch(/[ILOU]/);
    }));
  });

  it('is the same each time, and does not tell when the check was made', () => {
    fc.assert(fc.property(at, at, random, (one, other, bytes) => {
      expect(referenceOf(uuid7(one, bytes))).toBe(referenceOf(uuid7(other, bytes)));
    }));
  });

  it('differs where the last fifty bits differ', () => {
    fc.assert(fc.property(random, fc.integer({ min: 0, max: 49 }), (bytes, bit) => {
      const other = Uint8Array.from(bytes);
      const index = 9 - Math.floor(bit / 8);
      other[index] = other[index]! ^ (1 << bit % 8);
      expect(referenceOf(uuid7(new Date(0), other))).not.toBe(referenceOf(uuid7(new Date(0), bytes)));
    }));
  });

  it('refuses what is no reference', () => {
    for (const wrong of ['LC-ABCDE-FGHI0', 'LC-ABCDE-FGHJ', 'lc-ABCDE-FGHJK', 'LC-ABCDE-FGHJK ', 'LC-ABCDEFGHJK']) expect(wrong).not.toMatch(REFERENCE_PATTERN);
  });
});
