import { describe, expect, it } from 'vitest';
import { SystemRandom } from './random.js';
import { hrMs, systemNow } from './time.js';

describe('the generator', () => {
  it('gives as many bytes as are asked for, others each time', () => {
    const random = new SystemRandom();
    expect(random.bytes(0)).toHaveLength(0);
    expect(random.bytes(32)).toHaveLength(32);
    expect(new Set(Array.from({ length: 2000 }, () => random.bytes(16).join())).size).toBe(2000);
  });

  it('gives nothing twice, and nothing that changes afterwards, however much is asked for at a time', () => {
    const random = new SystemRandom();
    const lengths = Array.from({ length: 3000 }, (_, i) => 8 + (i * 7) % 90);
    const given = lengths.map((length) => random.bytes(length));
    const asGiven = given.map((bytes) => bytes.join());
    given[0]!.fill(7);
    const again = new SystemRandom();
    for (let i = 0; i < 500; i += 1) again.bytes(32).fill(9);
    expect(given.map(({ length }) => length)).toEqual(lengths);
    expect(given.slice(1).map((bytes) => bytes.join())).toEqual(asGiven.slice(1));
    expect(new Set(asGiven.map((bytes) => bytes.split(',').slice(0, 8).join())).size).toBe(lengths.length);
    expect(given.slice(1).some((bytes) => bytes.slice(-8).every((byte) => byte === 0))).toBe(false);
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
