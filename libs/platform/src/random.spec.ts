import { describe, expect, it } from '@jest/globals';
import { SystemRandom } from './random.js';
import { hrMs, systemNow } from './time.js';

describe('the generator', () => {
  it('gives as many bytes as are asked for, others each time', () => {
    const random = new SystemRandom();
    expect(random.bytes(0)).toHaveLength(0);
    expect(random.bytes(32)).toHaveLength(32);
    expect(new Set(Array.from({ length: 2000 }, () => random.bytes(16).join())).size).toBe(2000);
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
