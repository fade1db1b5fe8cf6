import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { faultOfBody, faultOfNarrative } from '@lateral/envelope/words';
import { shippedLaw, someAgency } from '../../../../test/world/shipped-law.js';
import { emptyAgency, emptyCheck, emptyPerson, nextPseudonym, type CheckDraft } from './check-draft.js';
import { composeRequests, dateOf, windowOf, type Composing } from './compose.js';

const NOW = new Date('2026-11-22T10:00:00.000Z');
const own = someAgency('council', 'LA_CSC', 'W');
const agencies = [own, someAgency('heddlu', 'POLICE', 'W'), someAgency('ysgol', 'SCHOOL', 'W'), someAgency('meddygfa', 'GP', 'W')];
const composing: Composing = { own, agencies, law: await shippedLaw('W', agencies.map(({ id }) => id), ['s47_enquiry', 'decide_threshold']), policyDocument: { id: 'APD-T-1', version: '1.0', reviewDate: '2027-06-30' }, on: '2026-11-22', asker: { name: 'J. Hughes', role: 'MASH' } };
const born = (day: string, month: string, year: string): { day: string; month: string; year: string } => ({ day, month, year });

const draft = (change: Partial<CheckDraft> = {}): CheckDraft => ({
  ...emptyCheck({ check: 'c', language: 'en', now: NOW }), purpose: 's47_enquiry', urgency: 'amber', threshold: 's47', referralReason: 'What was said at school.', serviceHistory: 'None.',
  people: [{ ...emptyPerson('p1', 'child'), given: 'Siân', family: 'Dŵr-Ŷd', otherNames: 'Sian Jones; Shan', born: born('3', '9', '2019'), address: '3 Tŷ Gwyn', isHidden: true, nhsNumber: '943 476 5919' }, { ...emptyPerson('p2', 'parent'), given: 'Megan', family: 'Dŵr-Ŷd' }],
  asked: [emptyAgency('heddlu', ['police.address_calls', 'police.weapons']), emptyAgency('meddygfa', [])],
  why: 'A child said at school that the kitchen is locked at night, and only these agencies can say whether the home was visited for that.', thresholdWhy: 'Weight lost, and shut out at night.', lessIntrusive: 'none_workable', told: 'risk_to_child', ...change,
});

describe('a check', () => {
  it('becomes for each agency a body, a narrative and a record of their shapes, and goes past the rules', () => {
    const [police, surgery] = composeRequests({ ...draft(), asked: [emptyAgency('heddlu', ['police.address_calls']), { ...emptyAgency('meddygfa', ['gp.concerns']), more: 'Was a bruise ever seen?' }] }, composing)!;
    for (const { body, narrative } of [police!, surgery!]) expect([faultOfBody('request', body), faultOfNarrative(narrative)]).toEqual([null, null]);
    expect(police!.judged).toMatchObject({ verdict: 'accept', leave: { goes: true } });
    expect(police!.body).toMatchObject({ publicTaskStatement: null, people: [{ id: 'p1', name: 'Siân Dŵr-Ŷd', dob: '2019-09-03', aliases: [{ name: 'Sian Jones' }, { name: 'Shan' }], identifiers: [{ kind: 'nhs_number', value: '9434765919' }], addresses: [{ line: '3 Tŷ Gwyn', confidential: true }] }, { id: 'p2', dob: null }] });
    expect(police!.record).toMatchObject({ window: { from: '2024-11-22', to: '2026-11-22' }, criminalOffence: true, consent: { sought: 'no', notSoughtReason: 'risk_to_child', informed: 'later' } });
    expect(surgery!.body.question.split('\n').at(-1)).toBe('Was a bruise ever seen?');
    expect(surgery!.body.publicTaskStatement).toContain('council');
  });

  it('has no name in what goes in clear', () => {
    const told = JSON.stringify(composeRequests(draft(), composing)!.map(({ record }) => record));
    for (const name of ['Siân', 'Sian', 'Dŵr', 'Gwyn', 'Megan', '9434765919']) expect([name, told.includes(name)]).toEqual([name, false]);
  });

  it('is none before purpose and urgency are chosen', () => {
    expect(composeRequests(draft({ purpose: null }), composing)).toBeNull();
    expect(composeRequests(draft({ urgency: null }), composing)).toBeNull();
  });

  it('attests that somebody was named in the reason: the page stops there, because what is recorded stays recorded', () => {
    const [first] = composeRequests(draft({ why: 'Siân said at school that the kitchen is locked at night and nobody else can tell us about it.' }), composing)!;
    expect(first!.judged.record.words.find(({ field }) => field === 'necessity')?.linter).toContain('name-of-person');
  });
});

describe('periods and dates', () => {
  it('are days of the calendar or nothing', () => {
    expect(dateOf(born('29', '2', '2027'))).toBeNull();
    expect(dateOf(born(' 1', '3', '2024 '))).toBe('2024-03-01');
    fc.assert(fc.property(fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true }), (at) => {
      expect(dateOf(born(String(at.getUTCDate()), String(at.getUTCMonth() + 1), String(at.getUTCFullYear())))).toBe(at.toISOString().slice(0, 10));
    }));
  });

  it('go back as far as was said, and never begin after today', () => {
    const { people } = draft();
    expect(windowOf({ period: '12', from: born('', '', '') }, people, '2026-11-22')).toEqual({ from: '2025-11-22', to: '2026-11-22' });
    expect(windowOf({ period: 'birth', from: born('', '', '') }, people, '2026-11-22')).toEqual({ from: '2019-09-03', to: '2026-11-22' });
    expect(windowOf({ period: 'other', from: born('1', '1', '2027') }, people, '2026-11-22')).toBeNull();
    expect(nextPseudonym([{ id: 'p1' }, { id: 'p4' }])).toBe('p5');
  });
});
