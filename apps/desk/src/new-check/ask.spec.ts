import { describe, expect, it } from 'vitest';
import { PURPOSES } from '@lateral/domain';
import { shippedLaw, someAgency } from '../../../../test/world/shipped-law.js';
import { dueRange, faultsOfAsking, inAskingOrder, MOST_AGENCIES, usualQuestions, withAgencies, withAsked, withPurpose } from './ask.js';
import { emptyCheck, emptyPerson, thresholdOf, urgencyOf, type CheckDraft } from './check-draft.js';

const NOW = new Date('2026-11-23T09:40:00.000Z');
const ON = '2026-11-23';
const agencies = [someAgency('ysgol', 'SCHOOL', 'W'), someAgency('elusen', 'TS', 'W'), someAgency('heddlu', 'POLICE', 'W'), someAgency('council', 'LA_CSC', 'W')];
const law = await shippedLaw('W', agencies.map(({ id }) => id), ['s47_enquiry']);
const check = (change: Partial<CheckDraft> = {}): CheckDraft => ({ ...emptyCheck({ check: 'c', language: 'en', now: NOW }), ...change });
const codes = (draft: CheckDraft): string[] => faultsOfAsking(draft, ON).map(({ field, code }) => `${field} ${code}`);

describe('agencies', () => {
  it('stand as they are asked as a rule, police first, and the own one not at all', () => {
    expect(inAskingOrder(agencies, 'council', 'en').map(({ id }) => id)).toEqual(['heddlu', 'ysgol', 'elusen']);
  });

  it('that are ticked have their two or three usual questions; what was chosen for one stays while others come and go', () => {
    const [police] = withAgencies(check(), ['heddlu'], agencies, law.packs).asked;
    expect(police).toMatchObject({ agency: 'heddlu', period: '24', categories: ['police.warnings', 'police.da_incidents_dash', 'police.address_calls'] });
    const more = withAsked(withAgencies(check(), ['heddlu'], agencies, law.packs), 'heddlu', { more: 'The van?' });
    expect(withAgencies(more, ['heddlu', 'ysgol'], agencies, law.packs).asked.find(({ agency }) => agency === 'heddlu')!.more).toBe('The van?');
    expect(withAgencies(more, [], agencies, law.packs).asked).toEqual([]);
  });

  it.each(law.packs)('every pack offers one to three: $code', (pack) => {
    const usual = usualQuestions(pack);
    expect(usual.length).toBeGreaterThan(0);
    expect(usual.length).toBeLessThanOrEqual(3);
    expect(pack.categories.map(({ code }) => code)).toEqual(expect.arrayContaining(usual));
  });
});

describe('a purpose', () => {
  it.each(PURPOSES)('%s says how soon as a rule, until somebody chooses otherwise', (purpose) => {
    expect(withPurpose(check(), purpose, 'W')).toMatchObject({ purpose, urgency: urgencyOf(purpose), threshold: thresholdOf(purpose, 'W') });
    const other = urgencyOf(purpose) === 'red' ? 'green' : 'red';
    const chosen = check({ purpose: 's47_enquiry', urgency: other });
    if (urgencyOf('s47_enquiry') !== other) expect(withPurpose(chosen, purpose, 'W').urgency).toBe(other);
  });
});

describe('times', () => {
  it('are those of the policy in force, from the first agency to the last', () => {
    expect(dueRange(law, [], { urgency: 'red', receivedAt: NOW.toISOString(), now: NOW })).toEqual({ first: '2026-11-23T13:40:00.000Z', last: '2026-11-23T13:40:00.000Z' });
    const week = { days: [1, 2, 3, 4, 5], from: '09:00', to: '13:00' };
    const own = { deadlines: { ...law.deadlines, policy: { ...law.deadlines.policy, agencyWeeks: { ysgol: week } } } };
    expect(dueRange(own, agencies, { urgency: 'red', receivedAt: NOW.toISOString(), now: NOW })).toEqual({ first: '2026-11-23T13:40:00.000Z', last: '2026-11-24T09:40:00.000Z' });
  });

  it('are not told where the calendar ends', () => {
    expect(dueRange(law, agencies, { urgency: 'red', receivedAt: NOW.toISOString(), now: new Date('2099-01-05T09:00:00Z') })).toBeNull();
  });
});

describe('the second page', () => {
  it('wants a purpose, an urgency and somebody to ask', () => {
    expect(codes(check())).toEqual(['purpose purpose', 'urgency urgency', 'agencies agencies']);
    expect(codes(check({ isRecordOnly: true, purpose: 'other' }))).toEqual([]);
  });

  it('wants of each agency a question, a period, and a reason for a long one', () => {
    const asked = withAgencies(withPurpose(check(), 's47_enquiry', 'W'), ['heddlu'], agencies, law.packs);
    expect(codes(asked)).toEqual([]);
    expect(codes(withAsked(asked, 'heddlu', { categories: [] }))).toEqual(['heddlu-questions questions']);
    expect(codes(withAsked(asked, 'heddlu', { period: 'other' }))).toEqual(['heddlu-from-day period']);
    expect(codes(withAsked(asked, 'heddlu', { period: 'birth' }))).toEqual(['heddlu-period period']);
    const people = [{ ...emptyPerson('p1', 'child'), born: { day: '3', month: '9', year: '2019' } }];
    const long = withAsked({ ...asked, people }, 'heddlu', { period: 'birth' });
    expect(codes(long)).toEqual(['heddlu-period-why periodWhy']);
    expect(codes(withAsked(long, 'heddlu', { periodReason: 'Injuries as a baby.' }))).toEqual([]);
  });

  it('asks no more agencies than the hub takes', () => {
    const many = Array.from({ length: MOST_AGENCIES + 1 }, (_, at) => someAgency(`a${at}`, 'SCHOOL', 'W'));
    expect(codes(withAgencies(withPurpose(check(), 's47_enquiry', 'W'), many.map(({ id }) => id), many, law.packs))).toEqual(['agencies tooMany']);
  });
});
