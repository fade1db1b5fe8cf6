import { describe, expect, it } from 'vitest';
import { foundBy } from './ordinary.examples.js';
import { THRESHOLD_REASONS } from './t10-threshold-reasons.examples.js';
import { thresholdReasons } from './t10-threshold-reasons.js';

describe(`rule ${thresholdReasons.code}`, () => {
  it.each(THRESHOLD_REASONS)('$is: $name', ({ toJudge, finds }) => expect(foundBy(thresholdReasons, toJudge)).toEqual(finds));
});
