import { describe, expect, it } from 'vitest';
import { backoffMs } from './backoff.js';
import { JobFailure, failureOf } from './job-failure.js';
import { Watchdog } from './watchdog.js';

describe('failure kinds', () => {
  it('keeps what a handler named', () => {
    const named = new JobFailure('permanent', 'no-mailbox');
    expect(failureOf(named)).toBe(named);
  });

  it.each([
    [new Error('Quillfeather'), 'unexpected'],
    [Object.assign(new Error('Quillfeather'), { code: 'ECONNRESET' }), 'unexpected-econnreset'],
    [Object.assign(new Error('x'), { code: '40001' }), 'unexpected-40001'],
    [Object.assign(new Error('x'), { code: 'a sentence' }), 'unexpected'],
    ['a string', 'unexpected'],
    [undefined, 'unexpected'],
    [{ code: '___' }, 'unexpected'],
  ])('takes %p for ambiguous and keeps no message', (thrown, code) => {
    expect(failureOf(thrown)).toMatchObject({ kind: 'ambiguous', code, message: code });
  });

  it('refuses a code that could hold words', () => {
    expect(() => new JobFailure('transient', 'Mr Quillfeather is away')).toThrow(TypeError);
  });
});

describe('backoff', () => {
  const retry = { baseMs: 500, capMs: 300_000 };

  it('doubles, and stops at the cap, however many attempts there were', () => {
    expect([1, 2, 3, 4].map((attempt) => backoffMs(attempt, retry, () => 0))).toEqual([500, 1_000, 2_000, 4_000]);
    expect(backoffMs(11, retry, () => 0)).toBe(300_000);
    expect(backoffMs(5_000, retry, () => 0)).toBe(300_000);
  });

  it('takes off up to half', () => {
    expect(backoffMs(1, retry, () => 0.999_999)).toBe(250);
    expect(backoffMs(11, retry, () => 0.5)).toBe(225_000);
  });
});

describe('watchdog', () => {
  const worker = { queueName: 'sweep', taken: 3, isBusy: false };
  const counts = { waiting: 2, active: 0, delayed: 0 };

  it('names a queue with waiting work of which nothing was taken between two looks', () => {
    const watchdog = new Watchdog();
    expect(watchdog.look(worker, counts)).toBeNull();
    expect(watchdog.look(worker, counts)).toEqual({ queue: 'sweep', waiting: 2 });
  });

  it.each([
    ['took a job', { ...worker, taken: 4 }, counts],
    ['has no free hand', { ...worker, isBusy: true }, counts],
    ['has nothing to do', worker, { ...counts, waiting: 0 }],
  ])('is silent about a worker that %s', (_what, now, then) => {
    const watchdog = new Watchdog();
    watchdog.look(worker, counts);
    expect(watchdog.look(now, then)).toBeNull();
  });
});
