import { describe, expect, it } from 'vitest';
import { CONSENT_NOT_SOUGHT } from './consent-not-sought.examples.js';
import { consentNotSought } from './consent-not-sought.js';
import { foundBy } from './ordinary.examples.js';

describe(`rule ${consentNotSought.code}`, () => {
  it.each(CONSENT_NOT_SOUGHT)('$is: $name', ({ toJudge, finds }) => expect(foundBy(consentNotSought, toJudge)).toEqual(finds));
});
