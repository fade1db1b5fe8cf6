import { describe, expect, it } from 'vitest';
import { faultOfBody, faultOfNarrative } from '@lateral/envelope/words';
import { shippedLaw, someAgency } from '../../../../test/world/shipped-law.js';
import { emptyAnswer, emptyItem } from '../answer/answer-draft.js';
import { composeAnswer, type Answering } from '../answer/compose.js';
import { emptyAgency, emptyCheck, emptyPerson } from '../new-check/check-draft.js';
import { composeRequests, type Composing } from '../new-check/compose.js';
import { opened } from '../check/wanted.examples.js';
import type { OpenedMessage } from '../crypto/protocol.js';
import { asItLeft, inOrder, letterOfReview, type InOrder, type LeftInEmergency } from './in-order.js';
import { fieldOf } from './faults.js';
import { beginReview, type ReviewDraft } from './review-draft.js';

const own = someAgency('council', 'LA_CSC', 'W');
const police = someAgency('heddlu', 'POLICE', 'W');
const around: Composing = { own, agencies: [own, police], law: await shippedLaw('W', ['council', 'heddlu'], ['s47_enquiry']), policyDocument: { id: 'APD-T-1', version: '1.0', reviewDate: '2027-06-30' }, on: '2026-11-22', asker: undefined };
const hurried = {
  ...emptyCheck({ check: 'c1', language: 'en' as const, now: new Date('2026-11-22T10:00:00.000Z') }), purpose: 's47_enquiry' as const, urgency: 'red' as const, threshold: 's47' as const, referralReason: 'What was said at school.',
  people: [{ ...emptyPerson('p1', 'child'), given: 'Siân', family: 'Dŵr-Ŷd' }], asked: [emptyAgency('heddlu', ['police.address_calls'])], why: 'He may be hurt tonight.', override: { reason: 'life_at_risk' as const },
};
const [question] = composeRequests(hurried, around)!;
const record = (of: Pick<NonNullable<typeof question>, 'record'>, id: string): OpenedMessage['record'] => ({ v: 1, type: 'justification', check: 'c1', request: 'r1', message: id, salt: 's', words: [], ...of.record });
const left: LeftInEmergency = { message: opened('q1', question!.body, { narrative: question!.narrative, record: record(question!, 'q1') }), question: null, other: police };

const WHY = 'A child said at school that the kitchen is locked at night, and only the police can say whether the home was visited for that.';
const completed: ReviewDraft = { ...beginReview(left.message), finding: 'right_and_completed', found: ' He was found safe an hour later. ', why: WHY, thresholdWhy: 'Weight lost, and shut out at night.', lessIntrusive: 'none_workable', told: 'risk_to_child' };
const lacks = ({ judged }: InOrder): string[] => (judged === null || judged.leave.goes ? [] : [...judged.leave.blocked, ...judged.leave.unacknowledged].map(({ code }) => code));

describe('the record of an emergency', () => {
  it('is judged as it left, without the emergency: each thing that it lacks has its place on the page', () => {
    const found = asItLeft(left, around);
    expect(question!.judged.leave).toMatchObject({ goes: true });
    expect(new Set(lacks(found))).toEqual(new Set(question!.judged.leave.goes ? question!.judged.leave.overridden.map(({ code }) => code) : []));
    expect(new Set(found.judged!.findings.filter(({ level }) => level === 'block').map(fieldOf))).toEqual(new Set(['why', 'less-intrusive', 'told']));
  });

  it('is complete once what it lacked is given, and says what was found beside what was asked', () => {
    const review = inOrder(completed, left, around);
    expect(lacks(review)).toEqual([]);
    expect(review.record).toMatchObject({ direction: 'asking', urgency: 'red', override: null, lessIntrusive: 'none_workable', consent: { sought: 'no', notSoughtReason: 'risk_to_child', informed: 'later' }, categories: question!.record.categories, stack: question!.record.stack });
    expect(review.body).toEqual({ type: 'record', language: 'en', text: 'He was found safe an hour later.', question: question!.body.question, period: question!.body.period });
    expect(review.narrative).toMatchObject({ necessity: WHY, harmOfNotSharing: WHY, thresholdRationale: 'Weight lost, and shut out at night.', overrideWords: 'He may be hurt tonight.' });
    expect([faultOfBody('record', review.body), faultOfNarrative(review.narrative)]).toEqual([null, null]);
    expect(letterOfReview(review, { check: 'c1', request: 'r1', message: 'm9' })).toMatchObject({ type: 'record', to: null, inReplyTo: null, corrects: null, check: 'c1', request: 'r1' });
  });

  it.each([['why', { why: 'Soon.' }], ['less-intrusive', { lessIntrusive: null }], ['told', { told: null }]] as const)('is not complete without its %s', (field, change) => {
    const review = inOrder({ ...completed, ...change }, left, around);
    expect(new Set(review.judged!.findings.filter(({ level }) => level === 'block').map(fieldOf))).toEqual(new Set([field]));
    expect(review.judged!.leave.goes).toBe(false);
  });

  it.each(['right_and_incomplete', 'not_justified', null] as const)('stays as it left where it is not said to be complete, whatever was written meanwhile: %s', (finding) => {
    const review = inOrder({ ...completed, asOffered: true, finding }, left, around);
    expect([review.record, review.narrative.necessity, review.body.text]).toEqual([{ ...question!.record, override: null }, hurried.why, 'He was found safe an hour later.']);
  });

  it('stays as it left where nothing of it was changed', () => {
    const review = inOrder({ ...beginReview(left.message), finding: 'right_and_completed' }, left, around);
    expect(review.record).toEqual({ ...question!.record, override: null });
    expect({ ...review.narrative, publicTaskStatement: undefined }).toEqual({ ...question!.narrative, publicTaskStatement: undefined });
  });

  it('can rest on what is offered today, where what it rested on does not stand', () => {
    const bare = { ...left, message: { ...left.message, record: { ...left.message.record, stack: { ...left.message.record.stack, art9: [], sch1: [] }, specialCategory: true } } };
    expect(lacks(inOrder(completed, bare, around))).toContain('T5');
    expect(asItLeft(bare, around).judged!.findings.filter(({ code }) => code === 'T5').map(fieldOf)).toEqual(['basis']);
    expect(lacks(inOrder({ ...completed, asOffered: true }, bare, around))).toEqual([]);
  });

  it('is judged by the hub alone where the other agency has left', () => {
    const gone = { ...left, other: null };
    expect([inOrder(completed, gone, around).judged, inOrder({ ...completed, asOffered: true }, gone, around).record.stack]).toEqual([null, question!.record.stack]);
  });
});

describe('the record of an answer that went as an emergency', () => {
  const asked = composeRequests({ ...hurried, override: null, why: WHY, thresholdWhy: 'Weight lost, and shut out at night.', lessIntrusive: 'none_workable', told: 'risk_to_child' }, around)![0]!;
  const answering: Answering = { ...around, own: police, now: new Date('2026-11-22T10:30:00.000Z'), question: { body: asked.body, record: record(asked, 'q1'), asking: own }, answeredBy: { name: 'A. Rees', role: 'responder' }, approvedBy: null };
  const item = { ...emptyItem('i1', { about: 'p1', category: 'police.address_calls' }), text: 'Called to the address by a neighbour.', source: 'Niche' };
  const sent = composeAnswer({ ...emptyAnswer({ request: 'r1', language: 'en' }), way: 'share', systems: ['niche', 'pnd'], items: [item], why: 'Soon.', leftOut: 'nothing', harm: 'none_known', override: { reason: 'officer_at_door' } }, answering)!;
  const answer: LeftInEmergency = { message: opened('a1', sent.body, { narrative: sent.narrative, record: record(sent, 'a1') }), question: opened('q1', asked.body, { narrative: asked.narrative, record: record(asked, 'q1') }), other: own };
  const finished: ReviewDraft = { ...beginReview(answer.message), finding: 'right_and_completed', found: 'The officer had to know.', why: 'It tells whether the child is safe to go home tonight, which the discussion at two has to decide.' };

  it('is judged beside the question, and completed by what bears on it', () => {
    expect(sent.judged.leave).toMatchObject({ goes: true });
    expect(new Set(asItLeft(answer, answering).judged!.findings.filter(({ level }) => level === 'block').map(fieldOf))).toEqual(new Set(['relevant']));
    expect(lacks(inOrder(finished, answer, answering))).toEqual(['item.relevance']);
    const review = inOrder({ ...finished, relevant: ['i1'] }, answer, answering);
    expect([lacks(review), review.record.direction, review.record.response?.items.map(({ relevance }) => relevance)]).toEqual([[], 'sharing', [true]]);
    expect(review.body).toEqual({ type: 'record', language: 'en', text: 'The officer had to know.' });
  });
});
