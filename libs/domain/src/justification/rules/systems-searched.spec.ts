import { describe, expect, it } from 'vitest';
import { foundBy } from './ordinary.examples.js';
import { SYSTEMS_SEARCHED } from './systems-searched.examples.js';
import { systemsSearched } from './systems-searched.js';

describe(`rule ${systemsSearched.code}`, () => {
  it.each(SYSTEMS_SEARCHED)('$is: $name', ({ toJudge, finds }) => expect(foundBy(systemsSearched, toJudge)).toEqual(finds));
});
