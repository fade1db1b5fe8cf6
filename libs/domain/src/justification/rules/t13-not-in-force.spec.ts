import { describe, expect, it } from 'vitest';
import { foundBy } from './ordinary.examples.js';
import { NOT_IN_FORCE } from './t13-not-in-force.examples.js';
import { notInForce } from './t13-not-in-force.js';

describe(`rule ${notInForce.code}`, () => {
  it.each(NOT_IN_FORCE)('$is: $name', ({ toJudge, finds }) => expect(foundBy(notInForce, toJudge)).toEqual(finds));
});
