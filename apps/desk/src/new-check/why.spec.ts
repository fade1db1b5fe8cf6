import { describe, expect, it } from 'vitest';
import { PURPOSES, type Nation, type Purpose } from '@lateral/domain';
import { shippedLaw, someAgency } from '../../../../test/world/shipped-law.js';
import { withAgencies, withAsked, withPurpose } from './ask.js';
import { emptyCheck, emptyPerson, type CheckDraft } from './check-draft.js';
import { composeRequests, type ComposedRequest, type Composing } from './compose.js';
import { composeRecordOnly, faultsOfRecordOnly } from './record-only.js';
import { faultOfBody, faultOfNarrative } from '@lateral/envelope/words';
import { judged } from '../justify/verdict.js';
import { emergencyBases, mayOverride, withBases } from './emergency.js';
import { verdictOfAll } from './verdict.js';
import { baselessOf, faultsOfWhy, findingsOf, placeOf, usualDayToTell, wantsThreshold, withAcknowledgement, withTold, wordingOf } from './why.js';

const NOW = new Date('2026-11-23T09:40:00.000Z');
const POLICY = { id: 'APD-T-1', version: '1.0', reviewDate: '2027-06-30' };
const WHY = 'School saw bruising today and two accounts differ. Without the record we cannot tell if earlier injuries were seen.';
const agenciesOf = (nation: Nation): Composing['agencies'] => [someAgency('council', 'LA_CSC', nation), someAgency('police', 'POLICE', nation), someAgency('health', nation === 'W' ? 'LHB' : 'NHST', nation), someAgency('edu', 'LA_EDU', nation), someAgency('housing', 'LA_HOUS', nation)];
const composingIn = async (nation: Nation, more: Partial<Composing> = {}): Promise<Composing> => ({ own: agenciesOf(nation)[0]!, agencies: agenciesOf(nation), law: await shippedLaw(nation, agenciesOf(nation).map(({ id }) => id), PURPOSES), policyDocument: POLICY, on: '2026-11-23', asker: { name: 'J. Hughes', role: 'Practitioner' }, ...more });
const around = { E: await composingIn('E'), W: await composingIn('W') };

function check(purpose: Purpose, nation: Nation, change: Partial<CheckDraft> = {}): CheckDraft {
  const begun: CheckDraft = { ...emptyCheck({ check: 'c', language: 'en', now: NOW }), people: [{ ...emptyPerson('p1', 'child'), given: 'May', family: 'Ashdown', born: { day: '3', month: '9', year: '2019' } }], referralReason: 'Bruise seen.', why: WHY, lessIntrusive: 'none_workable' };
  const { agencies, law } = around[nation];
  const asked = withAgencies(withPurpose(begun, purpose, nation), ['police', 'health', 'edu', 'housing'], agencies, law.packs);
  return { ...withTold(asked, 'risk_to_child', usualDayToTell(law, NOW)), ...change };
}
const compose = (draft: CheckDraft, nation: Nation, more: Partial<Composing> = {}): ComposedRequest[] => composeRequests(draft, { ...around[nation], ...more })!;
const codes = (draft: CheckDraft, nation: Nation, more: Partial<Composing> = {}): string[] => faultsOfWhy(draft, compose(draft, nation, more)).map(({ field, code }) => `${field} ${code}`);
const CHILDREN = PURPOSES.filter((purpose) => purpose !== 's42_s126_enquiry' && purpose !== 'marac_mappa_channel');

describe('the third page', () => {
  it.each(CHILDREN.flatMap((purpose) => (['E', 'W'] as const).map((nation) => [purpose, nation] as const)))('asks for nothing but reasons where nothing else was changed: %s in %s', (purpose, nation) => {
    const draft = check(purpose, nation);
    const reasons = wantsThreshold(draft, compose(draft, nation)) ? { thresholdWhy: 'An injury that nobody explains.' } : {};
    expect(codes({ ...draft, ...reasons }, nation)).toEqual([]);
  });

  it('wants a reason of sixty characters that names nobody, and every choice', () => {
    const empty = check('decide_threshold', 'W', { why: '', lessIntrusive: null, told: null });
    expect(codes(empty, 'W').slice(0, 1)).toEqual(['why why']);
    expect(codes(empty, 'W')).toEqual(expect.arrayContaining(['less-intrusive lessIntrusive', 'told told']));
    expect(codes(check('decide_threshold', 'W', { why: 'The home may not be safe tonight.' }), 'W')[0]).toBe('why whyShort');
    expect(codes(check('decide_threshold', 'W', { why: `Ashdown was seen. ${WHY}` }), 'W')[0]).toBe('why whyWords');
    expect(codes(check('decide_threshold', 'W', { tellBy: { day: '31', month: '2', year: '2027' } }), 'W')[0]).toBe('tell-by-day tellBy');
  });

  it('asks for the reasons of section 47 where it is relied on, and takes a strategy discussion instead', () => {
    const draft = check('s47_enquiry', 'W');
    expect(wantsThreshold(draft, compose(draft, 'W'))).toBe(true);
    expect(codes(draft, 'W')).toEqual(['threshold-why thresholdWhy']);
    expect(codes({ ...draft, strategyDiscussionAt: '2026-11-23T09:00:00.000Z', discussion: { day: '23', month: '11', year: '2026', time: '9am' } }, 'W')).toEqual([]);
    expect(wantsThreshold(check('early_help_routing', 'W'), compose(check('early_help_routing', 'W'), 'W'))).toBe(false);
  });

  it('says what a rule stops, with what mends it, once for all agencies of whom it is said', () => {
    const draft = check('decide_threshold', 'W', { thresholdWhy: 'Words.' });
    const without = compose(draft, 'W', { policyDocument: null });
    const stopped = findingsOf(without).filter(({ isOpen }) => isOpen);
    expect(stopped.length).toBeGreaterThan(0);
    expect(new Set(stopped.map(({ finding }) => finding.sentence.en)).size).toBe(stopped.length);
    expect(codes(draft, 'W', { policyDocument: null }).every((fault) => fault.endsWith(' rule'))).toBe(true);
    expect(placeOf(stopped[0]!.finding, 'police')).toEqual({ page: 'why', field: 'basis' });
  });

  it('does not let a question go that rests on nothing, and leads to where a basis is chosen', () => {
    const draft = check('s42_s126_enquiry', 'W');
    const composed = compose(draft, 'W');
    expect(baselessOf(composed).map(({ asked: { id } }) => id)).toEqual(['police', 'health', 'edu', 'housing']);
    expect(verdictOfAll(composed)).toBe('block');
    expect(codes(draft, 'W')).toEqual(['basis basisNone']);
  });

  it('lets a warning be gone past with a reason, which stands in the record', () => {
    const draft = check('decide_threshold', 'W', { thresholdWhy: 'Words.' });
    const bare = { law: { ...around.W.law, agreements: [] } };
    const [warned] = findingsOf(compose(draft, 'W', bare)).filter(({ finding }) => finding.code === 'agreement-absent');
    expect(warned).toMatchObject({ isOpen: true, agencies: ['police', 'health', 'edu', 'housing'] });
    const past = withAcknowledgement(draft, 'agreement-absent', 'agreement_not_needed', warned!.agencies);
    expect(findingsOf(compose(past, 'W', bare)).filter(({ isOpen }) => isOpen)).toEqual([]);
    expect(withAcknowledgement(past, 'agreement-absent', null, warned!.agencies)).toEqual(draft);
  });
});

describe('an emergency', () => {
  it('is offered for red only, and only where it carries everything; its record is made where there is something to go past', () => {
    const more = { policyDocument: null };
    const red = check('immediate_protection', 'W', { thresholdWhy: 'An injury that nobody explains.' });
    expect(mayOverride(red, compose(red, 'W', more), { ...around.W, ...more })).toBe(true);
    expect(mayOverride(red, compose(red, 'W'), around.W)).toBe(false);
    expect(mayOverride({ ...red, urgency: 'amber' }, compose({ ...red, urgency: 'amber' }, 'W', more), { ...around.W, ...more })).toBe(false);
    const carried = compose({ ...red, override: { reason: 'life_at_risk' } }, 'W', more);
    expect(carried.every(({ judged: { leave } }) => leave.goes)).toBe(true);
    expect(compose({ ...red, override: { reason: 'life_at_risk' } }, 'W').map(({ record }) => record.override)).toEqual([null, null, null, null]);
  });

  it('goes past what its record lacks, and never without a word of why', () => {
    const bare = check('immediate_protection', 'W', { urgency: 'red', why: '', lessIntrusive: null, told: null });
    expect(codes(bare, 'W')).toEqual(['why why', 'threshold-why thresholdWhy', 'less-intrusive lessIntrusive', 'told told']);
    const carried = { ...bare, override: { reason: 'life_at_risk' as const } };
    expect(codes(carried, 'W')).toEqual(['why why']);
    expect(codes({ ...carried, why: 'He may be hurt tonight.' }, 'W')).toEqual([]);
    expect(codes({ ...carried, why: 'He may be hurt tonight.', urgency: 'amber' }, 'W')).not.toEqual([]);
  });

  it('gives a question a basis in one press where what it rests on is missing or wrong; below red it gives none', () => {
    const red = check('s42_s126_enquiry', 'W', { urgency: 'red' });
    const bases = emergencyBases(red, compose(red, 'W'), around.W);
    expect(bases.map(({ agency, stack }) => [agency, stack.defaultStack])).toEqual(red.asked.map(({ agency }) => [agency, 'ST-14']));
    expect(baselessOf(compose(withBases(red, bases), 'W'))).toEqual([]);
    expect(codes(withBases(red, bases), 'W')).toEqual([]);
    const amber = { ...red, urgency: 'amber' as const };
    expect(emergencyBases(amber, compose(amber, 'W'), around.W)).toEqual([]);
    const well = check('immediate_protection', 'W', { urgency: 'red', thresholdWhy: 'An injury that nobody explains.' });
    expect(emergencyBases(well, compose(well, 'W'), around.W)).toEqual([]);
  });
});

describe('words', () => {
  it('that are names too may be said to be none here', () => {
    const draft = check('s47_enquiry', 'W');
    expect(wordingOf('It may be that nobody was at home on that day.', draft).map(({ code }) => code)).not.toContain('name-of-person');
    const said = wordingOf('We saw May at home on that day and nobody else.', draft);
    expect(said.map(({ code }) => code)).toEqual(['possible-name']);
    expect(wordingOf('We saw May at home on that day and nobody else.', { ...draft, notNames: ['may'] })).toEqual([]);
  });

  it('of an earlier check are noticed', () => {
    expect(wordingOf(WHY, check('s47_enquiry', 'W'), { recent: [WHY] }).map(({ code }) => code)).toContain('near-duplicate');
  });
});

describe('the family', () => {
  it('is told within five working days, unless somebody says otherwise', () => {
    expect(usualDayToTell(around.W.law, NOW)).toEqual({ day: '30', month: '11', year: '2026' });
    expect(compose(check('decide_threshold', 'W'), 'W')[0]!.body.informed).toBe('The family has not been told: asking would put a child at risk. To be told by 2026-11-30.');
    expect(compose(check('decide_threshold', 'W', { told: 'yes', informed: 'yes' }), 'W')[0]!.body.informed).toBeUndefined();
  });

  it('being told of it takes back a basis that says why nobody was asked', () => {
    const draft = check('decide_threshold', 'W');
    const { stack } = compose(draft, 'W').find(({ record }) => record.stack.s118Reason !== null)!.record;
    const chosen = withAsked(draft, 'health', { stack });
    expect(withTold(chosen, 'yes', chosen.tellBy).asked.map(({ stack: own }) => own)).toEqual([null, null, null, null]);
  });
});

describe('what is only recorded', () => {
  it.each(PURPOSES)('is a record that the rules let pass, and is sealed to nobody else: %s', (purpose) => {
    const draft = check(purpose, 'W', { isRecordOnly: true, recordReason: 'not_necessary', asked: [], told: null });
    const { body, narrative, record } = composeRecordOnly(draft, around.W)!;
    expect([faultOfBody('record', body), faultOfNarrative(narrative)]).toEqual([null, null]);
    expect(body.text).toContain('May Ashdown');
    expect(judged(record, { body, narrative }, { other: around.W.own, request: null, around: around.W })).toMatchObject({ verdict: 'accept', leave: { goes: true } });
    expect(JSON.stringify(record)).not.toContain('Ashdown');
  });

  it('wants why, in a code and in words', () => {
    expect(faultsOfRecordOnly(check('other', 'W', { why: '' })).map(({ field }) => field)).toEqual(['record-reason', 'why']);
    expect(faultsOfRecordOnly(check('other', 'W', { recordReason: 'known_already' }))).toEqual([]);
  });
});
