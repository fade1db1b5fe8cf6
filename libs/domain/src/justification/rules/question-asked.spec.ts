import { describe, expect, it } from 'vitest';
import { foundBy } from './ordinary.examples.js';
import { QUESTION_ASKED } from './question-asked.examples.js';
import { questionAsked } from './question-asked.js';

describe(`rule ${questionAsked.code}`, () => {
  it.each(QUESTION_ASKED)('$is: $name', ({ toJudge, finds }) => expect(foundBy(questionAsked, toJudge)).toEqual(finds));
});
