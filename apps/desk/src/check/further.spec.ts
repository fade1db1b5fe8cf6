import { describe, expect, it } from 'vitest';
import { faultOfBody, faultOfNarrative } from '@lateral/envelope/words';
import { shippedLaw, someAgency } from '../../../../test/world/shipped-law.js';
import { emptyAgency, emptyCheck, emptyPerson } from '../new-check/check-draft.js';
import { composeRequests, type Composing } from '../new-check/compose.js';
import { questionWith, reasonsOf, type Reasons } from '../reasons/reasons.js';
import { correctionLetter, followUp, furtherAgency, furtherLetter, lackedReasons } from './further.js';
import { wouldCarry } from '../justify/as-emergency.js';
import { isQuestion, type OpenedQuestion } from '../data/opened-question.js';
import { answerBody, opened, request } from './wanted.examples.js';

const own = someAgency('council', 'LA_CSC', 'W');
const agencies = [own, someAgency('heddlu', 'POLICE', 'W'), someAgency('meddygfa', 'GP', 'W')];
const [, police, surgery] = agencies;
const around: Composing = { own, agencies, law: await shippedLaw('W', agencies.map(({ id }) => id), ['s47_enquiry']), policyDocument: { id: 'APD-T-1', version: '1.0', reviewDate: '2027-06-30' }, on: '2026-11-22', asker: { name: 'J. Hughes', role: 'MASH' } };
const [composed] = composeRequests({
  ...emptyCheck({ check: 'c1', language: 'en', now: new Date('2026-11-22T10:00:00.000Z') }), purpose: 's47_enquiry', urgency: 'amber', threshold: 's47', referralReason: 'What was said at school.',
  people: [{ ...emptyPerson('p1', 'child'), given: 'Siân', family: 'Dŵr-Ŷd', born: { day: '3', month: '9', year: '2019' } }], asked: [emptyAgency('heddlu', ['police.address_calls'])],
  why: 'A child said at school that the kitchen is locked at night, and only these agencies can say whether the home was visited for that.', thresholdWhy: 'Weight lost, and shut out at night.', lessIntrusive: 'none_workable', told: 'risk_to_child',
}, around)!;
const question = opened('q1', composed!.body, { narrative: composed!.narrative, record: { v: 1, type: 'justification', check: 'c1', request: 'r1', message: 'q1', salt: 's', words: [], ...composed!.record } }) as OpenedQuestion;

describe('a follow-up question', () => {
  it('stands beside what was asked, on the same terms, and goes past the rules', () => {
    const further = followUp(question, ' Who was there on 3 March? ', { alone: false, around, asked: police!, urgency: 'amber', acknowledgements: [], override: null });
    expect(further.body.question).toBe(`${question.body.question}\n\nWho was there on 3 March?`);
    expect(further.record).toEqual(composed!.record);
    expect(further.judged.leave.goes).toBe(true);
    expect([faultOfBody('request', further.body), faultOfNarrative(further.narrative)]).toEqual([null, null]);
    expect(correctionLetter(further, { view: request('r1', 'heddlu'), corrects: 'q1', message: 'q2' })).toMatchObject({ type: 'request', request: 'r1', to: 'heddlu', corrects: 'q1', inReplyTo: null });
  });

  it('is by itself once the agency has answered, with the urgency of now', () => {
    const further = followUp(question, 'Who was there on 3 March, and what did they see of the kitchen?', { alone: true, around, asked: police!, urgency: 'red', acknowledgements: [], override: null });
    expect([further.body.question, further.record.urgency]).toEqual(['Who was there on 3 March, and what did they see of the kitchen?', 'red']);
    expect(furtherLetter(further, { check: 'c1', request: 'r9', to: 'heddlu', message: 'm9' })).toMatchObject({ request: 'r9', corrects: null });
  });

  it('attests its own words: a name in it is found', () => {
    const { judged } = followUp(question, 'Did Siân Dŵr-Ŷd say so?', { alone: false, around, asked: police!, urgency: 'amber', acknowledgements: [], override: null });
    expect(judged.record.words.find(({ field }) => field === 'question')).toMatchObject({ present: true });
  });

  it('takes a reason given now for one given before', () => {
    const again = followUp({ ...question, record: { ...question.record, acknowledgements: [{ finding: 'D-02', reason: 'checked_with_manager' }] } }, 'x', { alone: false, around, asked: police!, urgency: 'amber', acknowledgements: [{ finding: 'D-02', reason: 'risk_outweighs' }], override: null });
    expect(again.record.acknowledgements).toEqual([{ finding: 'D-02', reason: 'risk_outweighs' }]);
  });
});

describe('a further agency', () => {
  it('is asked about the same people for the same reasons, with questions of its own', () => {
    const further = furtherAgency(question, { categories: ['gp.concerns'], more: 'Was a bruise ever seen?' }, { around, asked: surgery!, urgency: 'amber', acknowledgements: [], override: null });
    expect([faultOfBody('request', further.body), faultOfNarrative(further.narrative)]).toEqual([null, null]);
    expect(further.body).toMatchObject({ people: question.body.people, referralReason: 'What was said at school.' });
    expect(further.body.question.split('\n').at(-1)).toBe('Was a bruise ever seen?');
    expect(further.body.publicTaskStatement).toContain('council');
    expect(further.record).toMatchObject({ categories: ['gp.concerns'], window: composed!.record.window, purpose: 's47_enquiry', direction: 'asking', agency: 'council' });
    expect(further.record.stack.gateway).not.toEqual([]);
  });
});

describe('a question in a check that went as an emergency', () => {
  const written = { ...emptyCheck({ check: 'c1', language: 'en' as const, now: new Date('2026-11-22T10:00:00.000Z') }), purpose: 's47_enquiry' as const, urgency: 'red' as const, threshold: 's47' as const, referralReason: 'What was said.', people: [{ ...emptyPerson('p1', 'child'), given: 'Siân', family: 'Dŵr-Ŷd' }], asked: [emptyAgency('heddlu', ['police.address_calls'])], why: 'Tonight.', override: { reason: 'life_at_risk' as const } };
  const hurried = composeRequests(written, around)![0]!;
  const before = opened('q1', hurried.body, { narrative: hurried.narrative, record: { v: 1, type: 'justification', check: 'c1', request: 'r1', message: 'q1', salt: 's', words: [], ...hurried.record } }) as OpenedQuestion;
  const means = { around, asked: police!, urgency: 'red' as const, acknowledgements: [] };
  const added = (override: { reason: 'life_at_risk' } | null, urgency: 'red' | 'amber' = 'red') => furtherAgency(before, { categories: ['gp.concerns'], more: '' }, { ...means, asked: surgery!, urgency, override });
  const asked = (override: { reason: 'life_at_risk' } | null) => followUp(before, 'Who was there?', { ...means, alone: false, override });

  it.each([['a further agency', added], ['a follow-up', asked]] as const)('is an emergency again only where somebody says so: %s', (_, made) => {
    expect([made(null).judged.leave.goes, made(null).record.override, made(null).narrative.overrideWords]).toEqual([false, null, undefined]);
    expect(wouldCarry('red', [made(null)], (override) => [made(override as never)])).toBe(true);
    const again = made({ reason: 'life_at_risk' });
    expect([again.judged.leave.goes, again.record.override, again.narrative.overrideWords]).toEqual([true, { reason: 'life_at_risk' }, 'Tonight.']);
    expect([faultOfBody('request', again.body), faultOfNarrative(again.narrative)]).toEqual([null, null]);
  });

  it.each([['a further agency', (of: OpenedQuestion) => furtherAgency(of, { categories: ['gp.concerns'], more: '' }, { ...means, asked: surgery!, urgency: 'amber', override: null })], ['a follow-up', (of: OpenedQuestion) => followUp(of, 'Who was there?', { ...means, urgency: 'amber', alone: true, override: null })]] as const)('is red no more and goes with the reasons that were missing, written now: %s', (_, made) => {
    const lacking = made(before);
    expect([lacking.judged.leave.goes, new Set(lackedReasons(lacking))]).toEqual([false, new Set(['why', 'threshold-why', 'less-intrusive', 'told'])]);
    const reasons: Reasons = { ...reasonsOf(before), why: ` ${question.narrative.necessity} `, thresholdWhy: 'Weight lost, and shut out at night.', lessIntrusive: 'none_workable', told: 'risk_to_child' };
    const whole = made(questionWith(before, reasons));
    expect([whole.judged.leave.goes, lackedReasons(whole)]).toEqual([true, []]);
    expect(whole.record).toMatchObject({ override: null, urgency: 'amber', lessIntrusive: 'none_workable', consent: { sought: 'no', notSoughtReason: 'risk_to_child', informed: 'later' } });
    expect(whole.narrative).toMatchObject({ necessity: question.narrative.necessity, harmOfNotSharing: question.narrative.necessity, thresholdRationale: 'Weight lost, and shut out at night.' });
    expect([whole.body.informed, whole.narrative.overrideWords]).toEqual(['The family has not been told: asking would put a child at risk.', undefined]);
    expect([faultOfBody('request', whole.body), faultOfNarrative(whole.narrative)]).toEqual([null, null]);
  });

  it('is none where it is red no more, nor where nothing is in the way', () => {
    expect(wouldCarry('amber', [added(null, 'amber')], (override) => [added(override as never, 'amber')])).toBe(false);
    const whole = furtherAgency(question, { categories: ['gp.concerns'], more: '' }, { ...means, asked: surgery!, override: { reason: 'life_at_risk' } });
    expect([whole.record.override, wouldCarry('red', [whole], () => [whole])]).toEqual([null, false]);
  });
});

describe('a message', () => {
  it('is a question, or it is none', () => {
    expect([isQuestion(question), isQuestion(opened('a', answerBody())), isQuestion(null)]).toEqual([true, false, false]);
  });
});
