import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkout } from './folders.mjs';
import { count } from './test-run.mjs';

const file = (status: string, assertionResults: { fullName: string; status: string }[], message = ''): { name: string; status: string; message: string; assertionResults: { fullName: string; status: string }[] } =>
  ({ name: join(checkout, 'libs/x.spec.ts'), status, message, assertionResults });

describe('count', () => {
  it('counts what passed, and names what failed and what was skipped', () => {
    const results = { testResults: [file('failed', [{ fullName: 'a', status: 'passed' }, { fullName: 'b', status: 'failed' }, { fullName: 'c needs sq', status: 'pending' }])] };
    expect(count(results)).toEqual({ passed: 1, failed: 1, failures: ['libs/x.spec.ts: b'], skipped: ['libs/x.spec.ts: c needs sq'] });
  });

  it('counts a file that cannot be run as a failure', () => {
    expect(count({ testResults: [file('failed', [], '\n  Cannot find module\n at ...')] })).toEqual({ passed: 0, failed: 1, failures: ['libs/x.spec.ts: could not be run (Cannot find module)'], skipped: [] });
  });

  it('counts what failed outside of any test', () => {
    const testResults = [file('passed', [{ fullName: 'a', status: 'passed' }])];
    expect([count({ success: true, testResults }).failed, count({ success: false, testResults }).failed]).toEqual([0, 1]);
  });

  it('counts it as a failure when nothing ran', () => {
    expect(count({ testResults: [] })).toMatchObject({ passed: 0, failed: 1, failures: ['no test ran'] });
  });

  it('counts a file whose set-up or clean-up failed, even when each of its tests passed', () => {
    expect(count({ testResults: [file('failed', [{ fullName: 'a', status: 'passed' }], 'afterAll threw')] })).toMatchObject({ passed: 1, failed: 1 });
  });
});
