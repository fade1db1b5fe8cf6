import { describe, expect, it } from 'vitest';
import { LESS_INTRUSIVE_CONSIDERED } from './less-intrusive.examples.js';
import { lessIntrusive } from './less-intrusive.js';
import { foundBy } from './ordinary.examples.js';

describe(`rule ${lessIntrusive.code}`, () => {
  it.each(LESS_INTRUSIVE_CONSIDERED)('$is: $name', ({ toJudge, finds }) => expect(foundBy(lessIntrusive, toJudge)).toEqual(finds));
});
