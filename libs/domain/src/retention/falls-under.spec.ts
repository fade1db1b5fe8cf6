import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RETENTION_CLASSES } from '../agreements/agreement.js';
import { SUBJECT_KINDS } from '../justification/codes.js';
import { fallsUnder, type KeptShare } from './falls-under.js';
import { SCHEDULE } from './retention.examples.js';
import { isLonger } from './schedule.js';

const share = fc.record({ agreed: fc.option(fc.constantFrom(...RETENTION_CLASSES)), subjectKind: fc.constantFrom(...SUBJECT_KINDS) });
const codeOf = (...shares: KeptShare[]): string => fallsUnder(shares, SCHEDULE).code;

describe('what a check is kept as', () => {
  it('is the class of the clause that covered its share, whoever it is about', () => {
    expect(fallsUnder([{ agreed: 'RET-NFA', subjectKind: 'child' }], SCHEDULE)).toEqual({ code: 'RET-NFA', contentMonths: 6, recordMonths: 24 });
  });

  it.each([['child', 'RET-SAFE-C'], ['adult', 'RET-SAFE-A'], ['household', 'RET-SAFE-C']] as const)('is, where none did and it is about: %s, %s', (subjectKind, code) => {
    expect(codeOf({ agreed: null, subjectKind })).toBe(code);
  });

  it('is the longer of the two safeguarding classes where there is no share to go by', () => {
    expect(codeOf()).toBe('RET-SAFE-C');
  });

  it('takes each term from whichever share has it longest', () => {
    expect(fallsUnder([{ agreed: 'RET-SAFE-A', subjectKind: 'adult' }, { agreed: 'RET-EH', subjectKind: 'adult' }], SCHEDULE)).toEqual({ code: 'RET-SAFE-A', contentMonths: 18, recordMonths: 84 });
  });

  it('is a hold where one share is held, in whatever company', () => {
    fc.assert(fc.property(fc.array(share), fc.nat(), (shares, at) => {
      const held = shares.toSpliced(at % (shares.length + 1), 0, { agreed: 'RET-HOLD', subjectKind: 'child' });
      expect(fallsUnder(held, SCHEDULE)).toEqual({ code: 'RET-HOLD', contentMonths: null, recordMonths: null });
    }));
  });

  it('is never shorter than any one share has it, nor longer than the longest, in whatever order', () => {
    fc.assert(fc.property(fc.array(share, { minLength: 1 }), (shares) => {
      const kept = fallsUnder(shares, SCHEDULE);
      const each = shares.map((one) => fallsUnder([one], SCHEDULE));
      for (const term of ['contentMonths', 'recordMonths'] as const) {
        expect(each.some((one) => isLonger(one[term], kept[term]))).toBe(false);
        expect(each.map((one) => one[term])).toContain(kept[term]);
      }
      expect(each.map(({ code }) => code)).toContain(kept.code);
      expect(fallsUnder(shares.toReversed(), SCHEDULE)).toMatchObject({ contentMonths: kept.contentMonths, recordMonths: kept.recordMonths });
    }));
  });

  it('is nothing under a schedule that does not know the class', () => {
    expect(() => fallsUnder([{ agreed: 'RET-EH', subjectKind: 'child' }], SCHEDULE.filter(({ code }) => code !== 'RET-EH'))).toThrow(TypeError);
  });
});
