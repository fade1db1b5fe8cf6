import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { PRF_INPUT } from './prf-input.js';

it('every authenticator is asked the same question: another would unlock no key of before', () => {
  expect(Buffer.from(PRF_INPUT)).toEqual(createHash('sha256').update('lateral/v1/prf/unlock').digest());
});
