import { describe, expect, it } from '@jest/globals';
import { faultIn, WORDS } from './texts.js';

describe('words', () => {
  it('are there in both languages, and differ', () => {
    const same = (Object.keys(WORDS.en) as (keyof typeof WORDS.en)[]).filter((name) => WORDS.en[name] === WORDS.cy[name]);
    expect(same).toEqual(['service']);
  });

  it('raise the alarm only over what was checked here and does not hold', () => {
    for (const [language, stop] of [['en', 'Stop, and tell a custodian'], ['cy', 'Stopiwch, a dywedwch']] as const) {
      expect(faultIn(language, 'rolled-back', true)).toContain(stop);
      expect(faultIn(language, 'rate-limited')).toMatch(/ rate-limited$/);
      expect(faultIn(language, 'rate-limited')).not.toContain(stop);
      expect(faultIn(language, 'wrong-secret', true)).not.toContain(stop);
    }
  });
});
