import { describe, expect, it } from 'vitest';
import { foundBy } from './ordinary.examples.js';
import { SERIOUS_VIOLENCE_DUTY } from './t2-serious-violence.examples.js';
import { seriousViolence } from './t2-serious-violence.js';

describe(`rule ${seriousViolence.code}`, () => {
  it.each(SERIOUS_VIOLENCE_DUTY)('$is: $name', ({ toJudge, finds }) => expect(foundBy(seriousViolence, toJudge)).toEqual(finds));
});
