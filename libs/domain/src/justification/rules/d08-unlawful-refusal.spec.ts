import { describe, expect, it } from 'vitest';
import { unlawfulRefusal } from './d08-unlawful-refusal.js';
import { foundBy } from './ordinary.examples.js';
import { UNLAWFUL_REFUSAL } from './refusals.examples.js';

describe(`rule ${unlawfulRefusal.code}`, () => {
  it.each(UNLAWFUL_REFUSAL)('$is: $name', ({ toJudge, finds }) => expect(foundBy(unlawfulRefusal, toJudge)).toEqual(finds));
});
