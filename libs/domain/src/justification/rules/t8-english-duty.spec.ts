import { describe, expect, it } from 'vitest';
import { foundBy } from './ordinary.examples.js';
import { ENGLISH_DUTY_MISUSED } from './t8-english-duty.examples.js';
import { englishDuty } from './t8-english-duty.js';

describe(`rule ${englishDuty.code}`, () => {
  it.each(ENGLISH_DUTY_MISUSED)('$is: $name', ({ toJudge, finds }) => expect(foundBy(englishDuty, toJudge)).toEqual(finds));
});
