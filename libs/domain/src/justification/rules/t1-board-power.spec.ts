import { describe, expect, it } from 'vitest';
import { foundBy } from './ordinary.examples.js';
import { BOARD_POWER } from './t1-board-power.examples.js';
import { boardPower } from './t1-board-power.js';

describe(`rule ${boardPower.code}`, () => {
  it.each(BOARD_POWER)('$is: $name', ({ toJudge, finds }) => expect(foundBy(boardPower, toJudge)).toEqual(finds));
});
