import { describe, expect, it } from 'vitest';
import type { SignInAgency } from '@lateral/contracts';
import { remembered } from './page-knowledge.js';

const POLICE: SignInAgency = { agency: 'police-north', name: { en: 'Police', cy: 'Heddlu' } };

function store(): { read: () => Promise<SignInAgency[]>; asked: () => number; pass: (ms: number) => void; fail: (yes: boolean) => void; failures: unknown[]; list: () => Promise<readonly SignInAgency[]> } {
  let asked = 0;
  let at = 0;
  let fails = false;
  const failures: unknown[] = [];
  const read = async (): Promise<SignInAgency[]> => {
    asked += 1;
    if (fails) throw new Error('away');
    return [POLICE];
  };
  return { read, asked: () => asked, pass: (ms) => { at += ms; }, fail: (yes) => { fails = yes; }, failures, list: remembered(read, () => at, (error) => failures.push(error)) };
}

describe('the agencies of the sign-in page', () => {
  it('are asked for once in ten seconds, however many strangers ask at once', async () => {
    const { list, asked, pass } = store();
    expect(await Promise.all([list(), list(), list()])).toEqual([[POLICE], [POLICE], [POLICE]]);
    pass(9_999);
    await list();
    expect(asked()).toBe(1);
    pass(1);
    await list();
    expect(asked()).toBe(2);
  });

  it('stay what they were while the store is away', async () => {
    const { list, pass, fail, failures } = store();
    await list();
    pass(10_000);
    fail(true);
    expect(await list()).toEqual([POLICE]);
    expect(failures).toHaveLength(1);
  });
});
