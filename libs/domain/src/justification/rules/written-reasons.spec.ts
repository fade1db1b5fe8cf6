import { describe, expect, it } from 'vitest';
import { foundBy } from './ordinary.examples.js';
import { WRITTEN_REASONS } from './refusals.examples.js';
import { writtenReasons } from './written-reasons.js';

describe(`rule ${writtenReasons.code}`, () => {
  it.each(WRITTEN_REASONS)('$is: $name', ({ toJudge, finds }) => expect(foundBy(writtenReasons, toJudge)).toEqual(finds));
});
