import { describe, expect, it } from 'vitest';
import { foundBy } from './ordinary.examples.js';
import { PROPORTIONALITY_WHY } from './proportionality-why.examples.js';
import { proportionalityWhy } from './proportionality-why.js';

describe(`rule ${proportionalityWhy.code}`, () => {
  it.each(PROPORTIONALITY_WHY)('$is: $name', ({ toJudge, finds }) => expect(foundBy(proportionalityWhy, toJudge)).toEqual(finds));
});
