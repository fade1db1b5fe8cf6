import { describe, expect, it } from 'vitest';
import { foundBy } from './ordinary.examples.js';
import { NOT_BOUND_BY_164 } from './t9-not-bound-by-164.examples.js';
import { notBoundBy164 } from './t9-not-bound-by-164.js';

describe(`rule ${notBoundBy164.code}`, () => {
  it.each(NOT_BOUND_BY_164)('$is: $name', ({ toJudge, finds }) => expect(foundBy(notBoundBy164, toJudge)).toEqual(finds));
});
