import { describe, expect, it } from 'vitest';
import { DATA_CATEGORIES } from './data-categories.examples.js';
import { dataCategories } from './data-categories.js';
import { foundBy } from './ordinary.examples.js';

describe(`rule ${dataCategories.code}`, () => {
  it.each(DATA_CATEGORIES)('$is: $name', ({ toJudge, finds }) => expect(foundBy(dataCategories, toJudge)).toEqual(finds));
});
