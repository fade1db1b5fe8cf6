import { describe, expect, it } from 'vitest';
import { ITEM_RELEVANCE } from './item-relevance.examples.js';
import { itemRelevance } from './item-relevance.js';
import { foundBy } from './ordinary.examples.js';

describe(`rule ${itemRelevance.code}`, () => {
  it.each(ITEM_RELEVANCE)('$is: $name', ({ toJudge, finds }) => expect(foundBy(itemRelevance, toJudge)).toEqual(finds));
});
