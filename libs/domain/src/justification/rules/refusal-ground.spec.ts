import { describe, expect, it } from 'vitest';
import { foundBy } from './ordinary.examples.js';
import { refusalGround } from './refusal-ground.js';
import { REFUSAL_GROUND } from './refusals.examples.js';

describe(`rule ${refusalGround.code}`, () => {
  it.each(REFUSAL_GROUND)('$is: $name', ({ toJudge, finds }) => expect(foundBy(refusalGround, toJudge)).toEqual(finds));
});
