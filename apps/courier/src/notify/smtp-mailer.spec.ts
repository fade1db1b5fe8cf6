import { describe, expect, it } from 'vitest';
import { failureOf } from './smtp-mailer.js';

describe('what a failed e-mail was', () => {
  it.each([
    [{ responseCode: 550, code: 'EENVELOPE' }, 'permanent', 'smtp-550'],
    [{ responseCode: 451, code: 'EENVELOPE' }, 'transient', 'smtp-451'],
    [{ code: 'ECONNECTION' }, 'transient', 'smtp-econnection'],
    [{ code: 'ETIMEDOUT' }, 'ambiguous', 'smtp-etimedout'],
    [new Error('who knows what stands here'), 'ambiguous', 'smtp-unknown'],
    ['not even an error', 'ambiguous', 'smtp-unknown'],
  ] as const)('%j is %s', (error, kind, code) => {
    expect(failureOf(error)).toEqual({ ok: false, kind, code });
  });
});
