import { describe, expect, it } from 'vitest';
import { foundBy } from './ordinary.examples.js';
import { OFFENCE_DATA } from './t6-offence-data.examples.js';
import { offenceData } from './t6-offence-data.js';

describe(`rule ${offenceData.code}`, () => {
  it.each(OFFENCE_DATA)('$is: $name', ({ toJudge, finds }) => expect(foundBy(offenceData, toJudge)).toEqual(finds));
});
