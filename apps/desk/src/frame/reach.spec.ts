import { describe, expect, it } from 'vitest';
import { PROBE_MS, Reach } from './reach.js';
import { TestClock } from './test-clock.js';

describe('whether the hub is there', () => {
  it('is what the last request found; while it is away it is asked every 15 seconds', async () => {
    const clock = new TestClock('2026-11-22T09:00:00.000Z');
    let probes = 0;
    let isBack = false;
    const reach: Reach = new Reach({ now: clock.now, timers: clock, probe: async () => { probes += 1; if (isBack) reach.answered(); else throw new Error('away'); } });
    const heard: boolean[] = [];
    reach.hear(() => { heard.push(reach.now().isAway); });
    reach.answered();
    expect([reach.now(), heard]).toEqual([{ isAway: false, at: clock.now() }, []]);
    const correctAt = clock.now();
    reach.away();
    reach.away();
    await clock.by(2 * PROBE_MS);
    expect([heard, probes, reach.now()]).toEqual([[true], 2, { isAway: true, at: correctAt }]);
    isBack = true;
    await clock.by(PROBE_MS);
    expect([heard, clock.waiting]).toEqual([[true, false], 0]);
  });
});
