import { describe, expect, it } from 'vitest';
import { asking, EXAMPLE_LAW, foundBy, party } from './ordinary.examples.js';
import { ROW_NEEDS_ANOTHER } from './row-needs-another.examples.js';
import { rowNeedsAnother } from './row-needs-another.js';

describe(`rule ${rowNeedsAnother.code}`, () => {
  it.each(ROW_NEEDS_ANOTHER)('$is: $name', ({ toJudge, finds }) => expect(foundBy(rowNeedsAnother, toJudge)).toEqual(finds));

  it.each([
    ['in England before the duty to share', 'E', '2026-09-29', ['CA1989-47']],
    ['in England once it has begun', 'E', '2026-09-30', ['CA1989-47', 'CA2004-16LA']],
    ['in Wales', 'W', '2026-09-30', ['CA1989-47', 'SSWBA-164-2']],
  ] as const)('points to law of that nation and day only: %s', (_name, nation, on, duties) => {
    const [found] = rowNeedsAnother.find(asking({ stack: { art6: ['A6-C'], gateway: [] } }, { owner: party({ nation }), on }), EXAMPLE_LAW);
    expect(found?.about).toEqual(['A6-C', ...duties]);
  });
});
