import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { ID_MAX_AHEAD_MS, ID_MAX_BEHIND_MS, isIdWithinClock, millisecondsOf, uuid7 } from './ids.js';

const LARGEST_MS = 2 ** 48 - 1;
const random = fc.uint8Array({ minLength: 10, maxLength: 10 });
const NOW = new Date('2026-03-09T10:15:00.123Z');
const idAt = (ms: number): string => uuid7(new Date(ms), new Uint8Array(10));

describe('uuid v7', () => {
  it('is laid out as the example of RFC 9562 appendix A.6', () => {
    // unix_ts_ms 0x017F22E279B0, rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F
    expect(uuid7(new Date(0x017f22e279b0), Uint8Array.of(0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f))).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  it('gives back the milliseconds it was made of', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: LARGEST_MS }), random, (ms, bytes) => {
      expect(millisecondsOf(uuid7(new Date(ms), bytes))).toBe(ms);
    }));
    expect(millisecondsOf(idAt(0))).toBe(0);
    expect(millisecondsOf(idAt(LARGEST_MS))).toBe(LARGEST_MS);
  });

  it('sorts by time', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: LARGEST_MS - 1 }), random, random, (ms, one, other) => {
      expect(uuid7(new Date(ms), one) < uuid7(new Date(ms + 1), other)).toBe(true);
    }));
  });

  it('is another for other bytes, and never takes more than it needs', () => {
    expect(uuid7(NOW, new Uint8Array(10).fill(1))).not.toBe(uuid7(NOW, new Uint8Array(10).fill(2)));
    expect(uuid7(NOW, new Uint8Array(16).fill(1))).toBe(uuid7(NOW, new Uint8Array(10).fill(1)));
  });

  it('refuses too little randomness and a time it cannot carry', () => {
    expect(() => uuid7(NOW, new Uint8Array(9))).toThrow(RangeError);
    for (const ms of [Number.NaN, -1, LARGEST_MS + 1]) expect(() => idAt(ms)).toThrow(RangeError);
  });
});

describe('milliseconds of an id', () => {
  it('are null for anything but a uuid v7 in its one spelling', () => {
    const id = idAt(NOW.getTime());
    const wrong = ['', 'x', id.toUpperCase().replaceAll('0', 'A'), id.replaceAll('-', ''), `${id} `, `{${id}}`, id.replace('-7', '-4'), `${id.slice(0, 19)}c${id.slice(20)}`, '00000000-0000-0000-0000-000000000000'];
    for (const text of wrong) expect([text, millisecondsOf(text)]).toEqual([text, null]);
  });
});

describe('an id within the clock', () => {
  const now = NOW.getTime();

  it('is taken up to five minutes ahead and twenty-four hours behind, and not a millisecond beyond', () => {
    expect([ID_MAX_AHEAD_MS, ID_MAX_BEHIND_MS]).toEqual([300_000, 86_400_000]);
    expect(isIdWithinClock(idAt(now + 300_000), NOW)).toBe(true);
    expect(isIdWithinClock(idAt(now + 300_001), NOW)).toBe(false);
    expect(isIdWithinClock(idAt(now - 86_400_000), NOW)).toBe(true);
    expect(isIdWithinClock(idAt(now - 86_400_001), NOW)).toBe(false);
  });

  it('says the same for every time between and beyond', () => {
    fc.assert(fc.property(fc.integer({ min: -2 * ID_MAX_BEHIND_MS, max: 2 * ID_MAX_BEHIND_MS }), random, (off, bytes) => {
      expect(isIdWithinClock(uuid7(new Date(now + off), bytes), NOW)).toBe(off <= ID_MAX_AHEAD_MS && off >= -ID_MAX_BEHIND_MS);
    }));
  });

  it('is never one that is no uuid v7', () => {
    expect(isIdWithinClock('not-an-id', NOW)).toBe(false);
    expect(isIdWithinClock(idAt(now).replace('-7', '-4'), NOW)).toBe(false);
  });
});
