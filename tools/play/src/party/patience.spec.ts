import { describe, expect, it } from 'vitest';
import { answered, isCutOff, NoAnswer, NotYet, patiently, type Patience } from './patience.js';

/** A patience whose time is what was waited. */
function counted(): Patience & { waited: number[] } {
  const waited: number[] = [];
  const elapsed = (): number => waited.reduce((sum, ms) => sum + ms, 0);
  return { first: 100, longest: 400, total: 2_000, elapsed, wait: (ms) => Promise.resolve(waited.push(ms)), waited };
}

/** Fails in these ways, one after another, then answers. */
function failing(...ways: unknown[]): () => Promise<string> {
  const left = [...ways];
  return () => (left.length > 0 ? Promise.reject(left.shift() as Error) : Promise.resolve('answer'));
}

describe('a client bears with a hub that is not there', () => {
  it('asks again, waiting twice as long each time up to the longest', async () => {
    const patience = counted();
    expect(await patiently(failing(...Array.from({ length: 4 }, () => new NoAnswer())), patience)).toBe('answer');
    expect(patience.waited).toEqual([100, 200, 400, 400]);
  });

  it('waits as long as the hub asked it to', async () => {
    const patience = counted();
    expect(await patiently(failing({ status: 503, retryAfterMs: 700 }, { status: 503, retryAfterMs: null }), patience)).toBe('answer');
    expect(patience.waited).toEqual([700, 200]);
  });

  it('asks again for what is on its way', async () => {
    const patience = counted();
    expect(await patiently(failing(new NotYet(), new NotYet()), patience)).toBe('answer');
    expect(patience.waited).toEqual([100, 200]);
  });

  it('gives up within its time, with what went wrong last', async () => {
    const patience = counted();
    const last = new NoAnswer('the last');
    await expect(patiently(failing(...Array.from({ length: 5 }, () => new NoAnswer()), last, last, last), patience)).rejects.toBe(last);
    expect(patience.elapsed()).toBeLessThanOrEqual(2_000);
  });

  it.each([{ status: 500 }, { status: 409 }, { status: 401 }, new Error('a fault of the client'), null])('does not repeat what repeating would not mend: %p', async (fault) => {
    const patience = counted();
    await expect(patiently(failing(fault), patience)).rejects.toBe(fault);
    expect(patience.waited).toEqual([]);
  });
});

describe('a connection that was cut', () => {
  it('is known by the code that fetch gives as its cause', () => {
    expect(isCutOff(Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } }))).toBe(true);
    expect(isCutOff(Object.assign(new TypeError('fetch failed'), { cause: { errors: [{ code: 'ECONNREFUSED' }] } }))).toBe(true);
    expect(isCutOff(new TypeError('terminated'))).toBe(true);
    expect(isCutOff(Object.assign(new TypeError('fetch failed'), { cause: { code: 'ERR_INVALID_URL' } }))).toBe(false);
    expect(isCutOff(undefined)).toBe(false);
  });

  it('becomes a NoAnswer, and nothing else does', async () => {
    await expect(answered(() => Promise.reject(new TypeError('terminated')))).rejects.toBeInstanceOf(NoAnswer);
    await expect(answered(() => Promise.reject(new RangeError('no')))).rejects.toBeInstanceOf(RangeError);
    expect(await answered(() => Promise.resolve(1))).toBe(1);
  });
});
