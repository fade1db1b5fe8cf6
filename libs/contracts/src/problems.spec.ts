import { describe, expect, it } from 'vitest';
import { PROBLEMS } from './problems.js';

const problems: { code: string; status: number }[] = Object.entries(PROBLEMS).map(([code, status]) => ({ code, status }));

describe('problems', () => {
  it.each(problems)('$code is kebab-case and has a status of failure', ({ code, status }) => {
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
  });

  // A 403 says what the asker's role, gesture or page lacks, and nothing of what there is.
  it('have no 403 about an object: who is not a party is told what a reader of an unknown reference is told', () => {
    expect(problems.filter(({ status }) => status === 403).map(({ code }) => code)).toEqual(['role-not-allowed', 'step-up-needed', 'key-proof-needed', 'cross-site']);
    expect(problems.filter(({ status }) => status === 404)).toEqual([{ code: 'not-found', status: 404 }]);
  });

  it('ask a client to sign in only where it may help', () => {
    expect(problems.filter(({ status }) => status === 401).map(({ code }) => code)).toEqual(['unauthenticated', 'assertion-refused']);
  });
});
