import { describe, expect, it } from 'vitest';
import { BELOW_THRESHOLD } from './d07-below-threshold.examples.js';
import { belowThreshold } from './d07-below-threshold.js';
import { foundBy } from './ordinary.examples.js';

describe(`rule ${belowThreshold.code}`, () => {
  it.each(BELOW_THRESHOLD)('$is: $name', ({ toJudge, finds }) => expect(foundBy(belowThreshold, toJudge)).toEqual(finds));
});
