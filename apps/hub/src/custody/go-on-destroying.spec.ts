import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { goOnDestroying } from './go-on-destroying.js';

describe('what was broken off', () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => { vi.useRealTimers(); });

  it('is gone on with at the start and each minute, whatever fails, until it is to end', async () => {
    let times = 0;
    const failed: unknown[] = [];
    const carryOut = (): Promise<number> => { times += 1; return times === 1 ? Promise.reject(new Error('away')) : Promise.resolve(0); };
    const end = await goOnDestroying({ carryOut }, (error) => failed.push(error));
    expect([times, failed.length]).toEqual([1, 1]);
    await vi.advanceTimersByTimeAsync(120_000);
    expect([times, failed.length]).toEqual([3, 1]);
    end();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(times).toBe(3);
  });
});
