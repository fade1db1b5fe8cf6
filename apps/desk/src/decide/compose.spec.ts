import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { OUTCOMES } from '@lateral/domain';
import { faultOfBody, faultOfNarrative } from '@lateral/envelope/words';
import { answerBody, check, item, read, request, unsealed } from '../check/wanted.examples.js';
import { decisionLetter, outcomeLetters, unansweredIn, usedIn, type Composing } from './compose.js';
import { asksWhyNotStrategy, emptyDecision, reliedOn, USED, usedOf, withMarks, withRequests, withTell, type DecideDraft } from './decide-draft.js';
import { faultsOf } from './errors.js';

const police = read(request('r1', 'heddlu', { state: 'answered' }), [unsealed('a1', answerBody({ items: [item('i1'), item('i2')] }))]);
const school = read(request('r2', 'ysgol', { state: 'nothing_held' }), [unsealed('a2', answerBody({ responseType: 'NO_TRACE', items: [] }))]);
const health = read(request('r3', 'iechyd'), [unsealed('a3', answerBody({ responseType: 'HOLDING', items: [] }))]);
const all = [police, school, health];
const view = check(all.map((each) => each.view));
let made = 0;
const composing: Composing = { check: view, read: all, newId: () => `id-${(made += 1)}`, contact: { name: 'J. Hughes', role: 'Senior practitioner', phone: '029 2018 0000' }, decidedBy: { name: 'J. Hughes', role: 'Senior practitioner' } };
const draft = (change: Partial<DecideDraft> = {}): DecideDraft => ({ ...emptyDecision({ check: 'c1', language: 'en', requests: ['r1', 'r2', 'r3'] }), outcome: 'STRATEGY', rationale: 'Three visits in a month.', withoutAnswers: 'The child is at school until three.', ...change });

describe('a decision', () => {
  it('is sealed to the own team with its reasons, what it relied on and who had not answered', () => {
    const letter = decisionLetter(draft({ marks: { 'a1/i1': 'yes', 'a1/i2': 'no', 'a9/gone': 'yes' }, referrer: 'The school will ring her.' }), composing)!;
    expect(letter).toMatchObject({ type: 'decision', to: null, request: null, inReplyTo: null, check: 'c1', record: { direction: 'deciding', urgency: 'red', override: null, acknowledgements: [] } });
    expect(letter.body).toEqual({
      type: 'decision', language: 'en', outcome: 'STRATEGY', rationale: 'Three visits in a month.\n\nDecided before every agency had answered: The child is at school until three.', reliedOn: [{ message: 'a1', item: 'i1' }],
      decidedBy: { name: 'J. Hughes', role: 'Senior practitioner' }, told: [{ who: 'The person who made the report', what: 'The school will ring her.' }],
    });
  });

  it('keeps out what was typed under a question that is not asked any more', () => {
    const words = (change: Partial<DecideDraft>, read = all) => JSON.stringify(decisionLetter(draft({ whyNotStrategy: 'NOT STRATEGY', ...change }), { ...composing, read })!.body);
    expect(words({})).not.toContain('NOT STRATEGY');
    expect(words({ outcome: 'NFA' })).toContain('Why not a strategy discussion: NOT STRATEGY');
    expect(words({}, [police, school])).not.toContain('until three');
  });

  it('is none before an outcome is chosen or the own question is open', () => {
    expect([decisionLetter(draft({ outcome: null }), composing), decisionLetter(draft(), { ...composing, read: all.map((each) => ({ ...each, question: null })) })]).toEqual([null, null]);
    expect(outcomeLetters(draft({ outcome: null }), composing)).toEqual([]);
  });

  it('is told to those who are to be told, with whether what they gave was used', () => {
    const letters = outcomeLetters(withTell(draft({ marks: { 'a1/i1': 'yes' } }), 'r2', { isTold: false }), composing);
    expect(letters.map(({ to, request: of, inReplyTo, type }) => [to, of, inReplyTo, type])).toEqual([['heddlu', 'r1', 'digest-q-r1', 'outcome'], ['iechyd', 'r3', 'digest-q-r3', 'outcome']]);
    expect(letters[0]!.body).toEqual({ type: 'outcome', language: 'en', outcome: 'STRATEGY', text: 'Thank you. This is what was decided after your answer.', used: 'partly', contact: composing.contact });
    // Who has only said that they need more time gave nothing that could be used.
    expect(letters[1]!.body).not.toHaveProperty('used');
    expect(letters[0]!.record.direction).toBe('telling');
    expect(outcomeLetters(draft(), { ...composing, read: all.map((each) => ({ ...each, question: null })) })).toEqual([]);
  });

  it('has its shapes whatever is written', () => {
    const some = fc.record<DecideDraft>({
      ...Object.fromEntries((['rationale', 'withoutAnswers', 'whyNotStrategy', 'referrer'] as const).map((name) => [name, fc.string({ unit: 'grapheme', maxLength: 60 })])) as Record<'rationale' | 'withoutAnswers' | 'whyNotStrategy' | 'referrer', fc.Arbitrary<string>>,
      v: fc.constant(1 as const), check: fc.constant('c1'), language: fc.constantFrom('en', 'cy'), outcome: fc.constantFrom(...OUTCOMES), recorded: fc.constant(null), marks: fc.dictionary(fc.constantFrom('a1/i1', 'a1/i2', 'a2/x'), fc.constantFrom(...USED)),
      tell: fc.constant(['r1', 'r2', 'r3']).chain((ids) => fc.tuple(...ids.map((id) => fc.record({ request: fc.constant(id), isTold: fc.boolean(), used: fc.option(fc.constantFrom(...USED)), words: fc.string({ maxLength: 60 }) })))),
    });
    // Ids of messages are uuids where they are sealed: here they are shorter, so what is relied on is looked at by itself.
    fc.assert(fc.property(some, (made) => {
      const decision = decisionLetter(made, composing)!;
      expect([faultOfBody('decision', { ...decision.body, reliedOn: [] }), faultOfNarrative(decision.narrative)]).toEqual([null, null]);
      for (const letter of outcomeLetters(made, composing)) expect([faultOfBody('outcome', letter.body), faultOfNarrative(letter.narrative)]).toEqual([null, null]);
    }), { numRuns: 60 });
    const id = '0193d0f0-0000-7000-8000-000000000001';
    const real = decisionLetter(draft({ marks: { [`${id}/i1`]: 'partly' } }), { ...composing, read: [read(request('r1', 'heddlu'), [unsealed(id, answerBody())])] })!;
    expect([faultOfBody('decision', real.body), real.body.type === 'decision' && real.body.reliedOn]).toEqual([null, [{ message: id, item: 'i1' }]]);
  });
});

describe('the draft of a decision', () => {
  it('says of each agency whether it was used, by its marks unless somebody says otherwise', () => {
    const marks = { 'a1/i1': 'yes', 'a1/i2': 'partly' } as const;
    expect([usedOf({ used: null }, ['a1/i1'], marks), usedOf({ used: null }, ['a1/i1', 'a1/i2'], marks), usedOf({ used: null }, ['a1/i3'], marks), usedOf({ used: null }, [], marks), usedOf({ used: 'no' }, ['a1/i1'], marks)]).toEqual(['yes', 'partly', 'no', 'yes', 'no']);
    const [tell] = draft().tell;
    expect([usedIn(draft(), tell!, police), usedIn(draft(), tell!, school), usedIn(draft(), tell!, health)]).toEqual(['no', 'yes', null]);
  });

  it('has everybody who was asked since', () => {
    const grown = withRequests(withTell(draft(), 'r1', { words: 'Thank you.' }), ['r1', 'r4']);
    expect(grown.tell).toEqual([{ request: 'r1', isTold: true, used: null, words: 'Thank you.' }, { request: 'r4', isTold: true, used: null, words: '' }]);
  });

  it('relies on what is marked as used', () => {
    const marked = withMarks(withMarks(draft(), ['a', 'b', 'c'], 'yes'), ['b'], 'no');
    expect([reliedOn(marked), reliedOn(withMarks(marked, ['a'], null))]).toEqual([['a', 'c'], ['c']]);
  });

  it('asks why not a strategy discussion of a red check that ends in less', () => {
    expect([asksWhyNotStrategy('NFA', 'red'), asksWhyNotStrategy('NFA', 'amber'), asksWhyNotStrategy('STRATEGY', 'red'), asksWhyNotStrategy('S42', 'red'), asksWhyNotStrategy(null, 'red')]).toEqual([true, false, false, false, false]);
  });

  it('wants what is missing, in the order of the page', () => {
    const empty = draft({ outcome: null, rationale: ' ', withoutAnswers: '' });
    const codes = (made: DecideDraft, about = { read: all, urgency: 'red' }) => faultsOf(made, about).map(({ code }) => code);
    expect(codes(empty)).toEqual(['withoutAnswers', 'outcome', 'rationale']);
    expect(codes(draft({ outcome: 'NFA' }))).toEqual(['whyNotStrategy']);
    expect(codes(draft())).toEqual([]);
    expect(codes(draft({ withoutAnswers: '' }), { read: [police, school], urgency: 'red' })).toEqual([]);
    expect(codes(draft(), { read: [{ ...police, question: null }], urgency: 'red' })).toEqual(['notOpened']);
    const sealed = { ...school, question: null, isSealed: true };
    expect([codes(draft(), { read: [police, sealed], urgency: 'red' }), codes(withTell(draft(), 'r2', { isTold: false }), { read: [police, sealed], urgency: 'red' }), codes(draft(), { read: [police, { ...sealed, isSealed: false }], urgency: 'red' })]).toEqual([['sealedToTell'], [], []]);
    expect(unansweredIn(all).map(({ asked }) => asked)).toEqual(['iechyd']);
  });
});
