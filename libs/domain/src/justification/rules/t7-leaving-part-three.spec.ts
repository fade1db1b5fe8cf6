import { describe, expect, it } from 'vitest';
import { foundBy } from './ordinary.examples.js';
import { LEAVING_PART_THREE } from './t7-leaving-part-three.examples.js';
import { leavingPartThree } from './t7-leaving-part-three.js';

describe(`rule ${leavingPartThree.code}`, () => {
  it.each(LEAVING_PART_THREE)('$is: $name', ({ toJudge, finds }) => expect(foundBy(leavingPartThree, toJudge)).toEqual(finds));
});
