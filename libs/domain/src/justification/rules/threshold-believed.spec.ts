import { describe, expect, it } from 'vitest';
import { foundBy } from './ordinary.examples.js';
import { THRESHOLD_BELIEVED } from './threshold-believed.examples.js';
import { thresholdBelieved } from './threshold-believed.js';

describe(`rule ${thresholdBelieved.code}`, () => {
  it.each(THRESHOLD_BELIEVED)('$is: $name', ({ toJudge, finds }) => expect(foundBy(thresholdBelieved, toJudge)).toEqual(finds));
});
