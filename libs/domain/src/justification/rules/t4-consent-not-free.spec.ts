import { describe, expect, it } from 'vitest';
import { foundBy } from './ordinary.examples.js';
import { CONSENT_NOT_FREE } from './t4-consent-not-free.examples.js';
import { consentNotFree } from './t4-consent-not-free.js';

describe(`rule ${consentNotFree.code}`, () => {
  it.each(CONSENT_NOT_FREE)('$is: $name', ({ toJudge, finds }) => expect(foundBy(consentNotFree, toJudge)).toEqual(finds));
});
