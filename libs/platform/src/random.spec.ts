import { describe, expect, it } from '@jest/globals';
import { SystemRandom, uuid7 } from './random.js';
import { hrMs, systemNow } from './time.js';

describe('uuid7', () => {
  const at = new Date('2026-03-09T10:15:00.123Z');

  it('carries the given time and version', () => {
    const id = uuid7(at, (length) => new Uint8Array(length).fill(0xab));
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at.getTime());
  });

  it('is the same for the same bytes and another for others', () => {
    const fixed = (fill: number) => (length: number) => new Uint8Array(length).fill(fill);
    expect(uuid7(at, fixed(1))).toBe(uuid7(at, fixed(1)));
    expect(uuid7(at, fixed(1))).not.toBe(uuid7(at, fixed(2)));
    const random = new SystemRandom();
    const many = new Set(Array.from({ length: 2000 }, () => uuid7(at, (n) => random.bytes(n))));
    expect(many.size).toBe(2000);
  });

  it('refuses a source that gives too few bytes', () => {
    expect(() => uuid7(at, () => new Uint8Array(4))).toThrow(RangeError);
  });
});

describe('the clocks', () => {
  it('read the machine', () => {
    const before = Date.now();
    expect(systemNow().getTime()).toBeGreaterThanOrEqual(before);
    const first = hrMs();
    expect(hrMs()).toBeGreaterThanOrEqual(first);
  });
});
