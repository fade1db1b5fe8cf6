import { describe, expect, it } from 'vitest';
import { NECESSITY_WHY } from './necessity-why.examples.js';
import { necessityWhy } from './necessity-why.js';
import { foundBy } from './ordinary.examples.js';

describe(`rule ${necessityWhy.code}`, () => {
  it.each(NECESSITY_WHY)('$is: $name', ({ toJudge, finds }) => expect(foundBy(necessityWhy, toJudge)).toEqual(finds));
});
