import { describe, expect, it } from 'vitest';
import { median, medians, percentile } from './statistics.js';

describe('statistics of a run', () => {
  it('take the middle, or the mean of the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBeNaN();
  });

  it('take the value that a share of all does not exceed', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile([7], 0.99)).toBe(7);
    expect(percentile([], 0.5)).toBeNaN();
  });

  it('take medians of each number in rounds alike, however deep', () => {
    expect(medians([{ name: 'a', at: { x: 1 } }, { name: 'a', at: { x: 9 } }, { name: 'a', at: { x: 2 } }])).toEqual({ name: 'a', at: { x: 2 } });
    expect(() => medians([])).toThrow(RangeError);
  });
});
