import { describe, expect, it } from 'vitest';
import { foundBy } from './ordinary.examples.js';
import { CAPABLE_REFUSAL } from './t11-capable-refusal.examples.js';
import { capableRefusal } from './t11-capable-refusal.js';

describe(`rule ${capableRefusal.code}`, () => {
  it.each(CAPABLE_REFUSAL)('$is: $name', ({ toJudge, finds }) => expect(foundBy(capableRefusal, toJudge)).toEqual(finds));
});
