import { describe, expect, it } from 'vitest';
import { foundBy } from './ordinary.examples.js';
import { THIRD_PARTY } from './t12-third-party.examples.js';
import { thirdParty } from './t12-third-party.js';

describe(`rule ${thirdParty.code}`, () => {
  it.each(THIRD_PARTY)('$is: $name', ({ toJudge, finds }) => expect(foundBy(thirdParty, toJudge)).toEqual(finds));
});
