import { describe, expect, it } from 'vitest';
import { foundBy } from './ordinary.examples.js';
import { SPECIAL_CATEGORY } from './t5-special-category.examples.js';
import { specialCategory } from './t5-special-category.js';

describe(`rule ${specialCategory.code}`, () => {
  it.each(SPECIAL_CATEGORY)('$is: $name', ({ toJudge, finds }) => expect(foundBy(specialCategory, toJudge)).toEqual(finds));
});
