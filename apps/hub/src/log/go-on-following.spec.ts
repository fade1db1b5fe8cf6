import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { goOnFollowing } from './go-on-following.js';

/** A log whose looks end when the test says so. */
class SlowLog {
  readonly asked: string[] = [];
  answer: (error?: Error) => void = () => undefined;
  end = (): Promise<void> => Promise.resolve(void this.asked.push('end'));
  carryOut = (): Promise<'kept'> => {
    this.asked.push('look');
    return new Promise((resolve, reject) => { this.answer = (error) => { if (error) reject(error); else resolve('kept'); }; });
  };
}

describe('going on following the logs', () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => { vi.useRealTimers(); });
  const answered = async (log: SlowLog, error?: Error): Promise<void> => {
    log.answer(error);
    await vi.advanceTimersByTimeAsync(0);
  };

  it('looks at once and again, one look at a time, and at the end keeps what it saw last', async () => {
    const [one, other] = [new SlowLog(), new SlowLog()];
    const end = goOnFollowing([one, other], () => undefined, 100);
    expect([one.asked, other.asked]).toEqual([['look'], ['look']]);
    await answered(other);
    await vi.advanceTimersByTimeAsync(100);
    expect([one.asked, other.asked]).toEqual([['look'], ['look', 'look']]);
    await answered(one);
    await vi.advanceTimersByTimeAsync(100);
    expect(one.asked).toEqual(['look', 'look']);
    const ended = end();
    await answered(other);
    expect(one.asked).not.toContain('end');
    await answered(one);
    await ended;
    await vi.advanceTimersByTimeAsync(1_000);
    expect([one.asked, other.asked]).toEqual([['look', 'look', 'end'], ['look', 'look', 'end']]);
  });

  it('tells of what fails, and looks again', async () => {
    const log = new SlowLog();
    const failures: unknown[] = [];
    const end = goOnFollowing([log], (error) => { failures.push(error); }, 100);
    await answered(log, new Error('the database is away'));
    await vi.advanceTimersByTimeAsync(100);
    expect([failures.length, log.asked]).toEqual([1, ['look', 'look']]);
    log.answer();
    log.end = () => Promise.reject(new Error('and so it is at the end'));
    await end();
    expect(failures).toHaveLength(2);
  });
});
