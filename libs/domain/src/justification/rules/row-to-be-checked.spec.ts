import { describe, expect, it } from 'vitest';
import { foundBy } from './ordinary.examples.js';
import { ROW_TO_BE_CHECKED } from './row-to-be-checked.examples.js';
import { rowToBeChecked } from './row-to-be-checked.js';

describe(`rule ${rowToBeChecked.code}`, () => {
  it.each(ROW_TO_BE_CHECKED)('$is: $name', ({ toJudge, finds }) => expect(foundBy(rowToBeChecked, toJudge)).toEqual(finds));
});
