import { describe, expect, it } from 'vitest';
import { foundBy } from './ordinary.examples.js';
import { ROWS_AT_ODDS } from './rows-at-odds.examples.js';
import { rowsAtOdds } from './rows-at-odds.js';

describe(`rule ${rowsAtOdds.code}`, () => {
  it.each(ROWS_AT_ODDS)('$is: $name', ({ toJudge, finds }) => expect(foundBy(rowsAtOdds, toJudge)).toEqual(finds));
});
