import { describe, expect, it } from 'vitest';
import { foundBy } from './ordinary.examples.js';
import { S118_REASON } from './s118-reason.examples.js';
import { s118Reason } from './s118-reason.js';

describe(`rule ${s118Reason.code}`, () => {
  it.each(S118_REASON)('$is: $name', ({ toJudge, finds }) => expect(foundBy(s118Reason, toJudge)).toEqual(finds));
});
