import { describe, expect, it } from 'vitest';
import { foundBy } from './ordinary.examples.js';
import { PUBLIC_AUTHORITY } from './t3-public-authority.examples.js';
import { publicAuthorityInterest } from './t3-public-authority.js';

describe(`rule ${publicAuthorityInterest.code}`, () => {
  it.each(PUBLIC_AUTHORITY)('$is: $name', ({ toJudge, finds }) => expect(foundBy(publicAuthorityInterest, toJudge)).toEqual(finds));
});
