import { beforeEach, describe, expect, it } from 'vitest';
import { Ahead } from './ahead.js';

let at = Date.parse('2026-11-22T09:00:00.000Z');
let asked: string[];
let ahead: Ahead;
const ask = (what: string) => (): Promise<string> => { asked.push(what); return Promise.resolve(what); };
const fail = (): Promise<string> => Promise.reject(new Error('away'));
beforeEach(() => { asked = []; ahead = new Ahead(() => new Date(at)); });

describe('what was asked for ahead', () => {
  it('is taken once; then it is asked for anew', async () => {
    ahead.begin('key', ask('first'));
    expect([await ahead.take('key', ask('second')), await ahead.take('key', ask('third'))]).toEqual(['first', 'third']);
    expect(asked).toEqual(['first', 'third']);
  });

  it('is not asked for twice while it is fresh, and not taken when it is a minute old', async () => {
    ahead.begin('key', ask('first'));
    at += 59_999;
    ahead.begin('key', ask('again'));
    at += 1;
    expect([await ahead.take('key', ask('later')), asked]).toEqual(['later', ['first', 'later']]);
  });

  it('that failed stands in nobody\'s way', async () => {
    ahead.begin('key', fail);
    expect(await ahead.take('key', ask('then'))).toBe('then');
    ahead.begin('other', fail);
    await expect(ahead.take('other', fail)).rejects.toThrow('away');
  });

  it('can be waited for, failed or not', async () => {
    let come = (_: string): void => undefined;
    ahead.begin('slow', () => new Promise<string>((done) => { come = done; }));
    ahead.begin('failing', fail);
    let isThere = false;
    const settled = ahead.settled().then(() => { isThere = true; });
    await Promise.resolve();
    expect(isThere).toBe(false);
    come('late');
    await settled;
    expect(isThere).toBe(true);
  });

  it('is forgotten with everything else', async () => {
    ahead.begin('key', ask('first'));
    ahead.clear();
    expect(await ahead.take('key', ask('second'))).toBe('second');
  });
});
