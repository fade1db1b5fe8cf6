import { describe, expect, it } from 'vitest';
import { OVERDUE_POLICY } from './d02-overdue-policy.examples.js';
import { overduePolicy } from './d02-overdue-policy.js';
import { foundBy } from './ordinary.examples.js';

describe(`rule ${overduePolicy.code}`, () => {
  it.each(OVERDUE_POLICY)('$is: $name', ({ toJudge, finds }) => expect(foundBy(overduePolicy, toJudge)).toEqual(finds));
});
