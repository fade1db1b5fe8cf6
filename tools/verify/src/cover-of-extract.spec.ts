import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { AgreementExtract } from '@lateral/contracts';
import type { CoverQuestion } from '@lateral/domain/agreements';
import { isCoverWrong, lackFindings } from './cover-of-extract.js';

const party = { type: 'LA_CSC', nation: 'W', publicAuthority: true, competentAuthority: false, commissionedProvider: false } as const;
const question: CoverQuestion = {
  direction: 'asking', asking: { ...party, agency: 'a' }, answering: { ...party, agency: 'b' }, purpose: 'missing', categories: ['police.incidents'], window: { from: '1999-01-01', to: '2026-11-20' }, on: '2026-11-20', urgency: 'amber',
};
const extract: AgreementExtract = { reference: 'ISP-1', version: 3, digest: 'd', inForceFrom: '2026-01-01', expires: '2027-12-31', clause: { number: '1', purposes: ['missing'], categories: ['police.*'] } };

describe('a recorded cover', () => {
  it('stands on every day of its agreement and on no other', () => {
    fc.assert(fc.property(fc.date({ min: new Date('2025-06-01T00:00:00Z'), max: new Date('2028-06-01T00:00:00Z'), noInvalidDate: true }), (date) => {
      const on = date.toISOString().slice(0, 10);
      expect(isCoverWrong({ ...question, on }, extract, [])).toBe(on < extract.inForceFrom || on > extract.expires);
    }));
  });

  it('holds its purpose and every category, or does not stand', () => {
    expect(isCoverWrong(question, extract, [])).toBe(false);
    expect(isCoverWrong({ ...question, purpose: 'other' }, extract, [])).toBe(true);
    expect(isCoverWrong({ ...question, categories: ['police.incidents', 'edu.roll'] }, extract, [])).toBe(true);
  });

  it('may be near its end only where it is; that it is renewed is not in an extract', () => {
    expect(isCoverWrong(question, extract, ['agreement-near-expiry'])).toBe(true);
    const ending = { ...extract, expires: '2026-12-01' };
    for (const recorded of [['agreement-near-expiry'], []]) expect(isCoverWrong(question, ending, recorded)).toBe(false);
  });

  it('is there or is lacking for one reason, and for what is only told it is neither', () => {
    for (const [cover, recorded, wrong] of [[extract, ['agreement-expired'], true], [null, [], true], [null, ['agreement-expired'], false], [null, ['agreement-expired', 'agreement-absent'], true]] as const) expect(isCoverWrong(question, cover, recorded)).toBe(wrong);
    expect([isCoverWrong(null, null, []), isCoverWrong(null, extract, []), isCoverWrong(null, null, ['agreement-absent'])]).toEqual([false, true, true]);
  });

  it('lacking warns, and for red is a note', () => {
    expect(lackFindings(question, ['agreement-expired', 'T1'])).toMatchObject([{ code: 'agreement-expired', level: 'warn' }]);
    expect(lackFindings({ ...question, urgency: 'red' }, ['agreement-expired'])).toMatchObject([{ level: 'note' }]);
    expect([lackFindings(null, ['agreement-absent']), lackFindings(question, [])]).toEqual([[], []]);
  });
});
