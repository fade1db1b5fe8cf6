import { describe, expect, it } from 'vitest';
import { Idle, LOCK_MS, WARN_MS } from './idle.js';
import { TestClock } from './test-clock.js';

const SECOND = 1_000;

function watched(isHidden = false) {
  const clock = new TestClock('2026-11-22T09:00:00.000Z');
  const locks: string[] = [];
  const idle = new Idle({ now: clock.now, timers: clock, isHidden: () => isHidden, lock: () => { locks.push(clock.now().toISOString()); } });
  const said: number[] = [];
  idle.hear(() => {
    const shown = idle.now();
    if (shown !== null && said.at(-1) !== shown.said) said.push(shown.said);
  });
  const stop = idle.start();
  return { clock, idle, locks, said, stop };
}

describe('a desk that nobody is at', () => {
  it('warns after eight minutes, says it four times, and locks after ten', async () => {
    const { clock, idle, locks, said } = watched();
    await clock.by(WARN_MS - SECOND);
    expect([idle.now(), said]).toEqual([null, []]);
    await clock.by(SECOND);
    expect(idle.now()).toEqual({ left: 120, said: 120 });
    await clock.by(LOCK_MS - WARN_MS - SECOND);
    expect([said, locks]).toEqual([[120, 60, 30, 10], []]);
    await clock.by(SECOND);
    expect([locks.length, idle.now(), clock.waiting]).toEqual([1, null, 0]);
  });

  it('stays where somebody says so, and not where somebody brushes past', async () => {
    const { clock, idle, locks } = watched();
    await clock.by(7 * 60 * SECOND);
    idle.used();
    await clock.by(WARN_MS);
    idle.used();
    expect(idle.now()).not.toBeNull();
    idle.stay();
    expect(idle.now()).toBeNull();
    await clock.by(LOCK_MS - SECOND);
    expect(locks).toEqual([]);
    await clock.by(SECOND);
    expect(locks).toHaveLength(1);
  });

  it('locks when the computer slept, however short a while it was used before', async () => {
    const { clock, locks } = watched();
    await clock.by(30 * SECOND);
    await clock.sleep(61 * SECOND);
    expect(locks).toHaveLength(1);
  });

  it('in the background is given a tick a minute, which is no sleep', async () => {
    const { clock, locks } = watched(true);
    await clock.sleep(70 * SECOND);
    expect(locks).toEqual([]);
    await clock.sleep(160 * SECOND);
    expect(locks).toHaveLength(1);
  });

  it('ends with the page that it watches', async () => {
    const { clock, locks, stop } = watched();
    stop();
    await clock.by(2 * LOCK_MS);
    expect([locks, clock.waiting]).toEqual([[], 0]);
  });
});
