import { describe, expect, it } from 'vitest';
import { HARM_OF_NOT_SHARING } from './harm-of-not-sharing.examples.js';
import { harmOfNotSharing } from './harm-of-not-sharing.js';
import { foundBy } from './ordinary.examples.js';

describe(`rule ${harmOfNotSharing.code}`, () => {
  it.each(HARM_OF_NOT_SHARING)('$is: $name', ({ toJudge, finds }) => expect(foundBy(harmOfNotSharing, toJudge)).toEqual(finds));
});
