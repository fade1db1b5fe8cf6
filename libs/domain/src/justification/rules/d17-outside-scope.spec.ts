import { describe, expect, it } from 'vitest';
import { OUTSIDE_SCOPE } from './d17-outside-scope.examples.js';
import { outsideScope } from './d17-outside-scope.js';
import { foundBy } from './ordinary.examples.js';

describe(`rule ${outsideScope.code}`, () => {
  it.each(OUTSIDE_SCOPE)('$is: $name', ({ toJudge, finds }) => expect(foundBy(outsideScope, toJudge)).toEqual(finds));
});
