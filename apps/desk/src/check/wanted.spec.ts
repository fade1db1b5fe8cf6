import { describe, expect, it } from 'vitest';
import type { Unsealed } from '../keeper/keeper.js';
import { check, envelope, opened, questionBody, answerBody, request, unsealed } from './wanted.examples.js';
import { answersTo, decisionOf, envelopesOf, questionsTo, readOf } from './wanted.js';

const at = (time: string): { createdAt: string } => ({ createdAt: `2026-11-22T${time}:00.000Z` });
/** Asked at eight, a question back at nine, asked anew at ten, answered at eleven, corrected at twelve. */
const corrected = request('r1', 'heddlu', {
  envelopes: [
    envelope('q2', 'request', 'council', at('10:00')), envelope('q1', 'request', 'council', { ...at('08:00'), supersededBy: 'q2' }), envelope('back', 'response', 'heddlu', at('09:00')),
    envelope('a1', 'response', 'heddlu', { ...at('11:00'), supersededBy: 'a2' }), envelope('a2', 'response', 'heddlu', at('12:00')),
  ],
});
const digests = new Map([['q1', 'd1'], ['q2', 'd2']]);

describe('what is to be opened of a check', () => {
  it('are the question in force, and each that something was said to', () => {
    expect(questionsTo(corrected).map(({ envelope: id }) => id)).toEqual(['q2', 'q1']);
    expect(questionsTo(request('r2', 'ysgol'))).toEqual([{ envelope: 'q-r2', expected: { type: 'request', from: 'council', check: 'c1', request: 'r2', inReplyTo: null } }]);
    expect(questionsTo({ ...corrected, envelopes: corrected.envelopes.filter(({ id }) => id !== 'back') }).map(({ envelope: id }) => id)).toEqual(['q2']);
  });

  it('are answers, each to the question that was in force when it came', () => {
    expect(answersTo(corrected, digests).map(({ envelope: id, expected }) => [id, expected.inReplyTo, expected.from])).toEqual([['back', 'd1', 'heddlu'], ['a1', 'd2', 'heddlu'], ['a2', 'd2', 'heddlu']]);
  });

  it('are no answers to a question that is not open: they could not be verified', () => {
    expect(answersTo(corrected, new Map([['q2', 'd2']])).map(({ envelope: id }) => id)).toEqual(['a1', 'a2']);
    expect(answersTo(corrected, new Map())).toEqual([]);
  });

  it('is nothing that another agency put beside them', () => {
    const beside = request('r3', 'heddlu', { envelopes: [envelope('q', 'request', 'council'), envelope('x', 'response', 'ysgol', at('10:00')), envelope('y', 'request', 'heddlu', at('10:00'))] });
    expect([questionsTo(beside).map(({ envelope: id }) => id), answersTo(beside, new Map([['q', 'd'], ['y', 'e']]))]).toEqual([['q'], []]);
  });

  it('is nothing of what was taken back', () => {
    const gone = { ...corrected, state: 'withdrawn' as const };
    expect([questionsTo(gone), decisionOf(check([gone], { state: 'withdrawn', decision: envelope('d', 'decision', 'council') }))]).toEqual([[], null]);
    expect(envelopesOf(check([gone]))).toEqual([]);
  });

  it('is all of it for one gesture', () => {
    expect(envelopesOf(check([corrected, request('r2', 'ysgol')], { decision: envelope('d', 'decision', 'council') }))).toEqual(['q2', 'q1', 'back', 'a1', 'a2', 'q-r2', 'd']);
    expect(decisionOf(check([corrected], { decision: envelope('d', 'decision', 'council') }))).toEqual({ envelope: 'd', expected: { type: 'decision', from: 'council', check: 'c1', request: null, inReplyTo: null } });
    expect(decisionOf(check([corrected]))).toBeNull();
  });
});

describe('what was read of a request', () => {
  it('are the question and the answers in force, with what they corrected', () => {
    const by = new Map([...['back', 'a1', 'a2'].map((id) => [id, unsealed(id, answerBody())] as const), ['q2', { envelope: 'q2', opened: opened('q2', questionBody()) }] as const]);
    const read = readOf(corrected, by, false);
    expect([read.question?.message, read.answers.map(({ envelope: id }) => id), [...read.before].map(([id, { message }]) => [id, message])]).toEqual(['q2', ['back', 'a2'], [['a2', 'a1']]]);
  });

  it('keeps an answer that did not pass its verification in its place', () => {
    const read = readOf(corrected, new Map([['a2', { envelope: 'a2', opened: null, code: 'signature-invalid', step: 1 }]]), false);
    expect([read.question, read.answers]).toEqual([null, [{ envelope: 'a2', opened: null, code: 'signature-invalid', step: 1 }]]);
  });

  it('knows whether its question can still be opened: not what was opened or refused, is erased, or was taken back', () => {
    const none = new Map<string, Unsealed>();
    const gone = { ...corrected, envelopes: corrected.envelopes.map((each) => ({ ...each, erasedAt: '2028-03-03T09:00:00.000Z' })) };
    const sealed = [readOf(corrected, none, false), readOf(corrected, new Map([['q2', { envelope: 'q2', opened: null, code: 'no-key', step: 6 }]]), false), readOf(corrected, new Map([['q2', unsealed('q2', questionBody())]]), false), readOf(gone, none, false), readOf(corrected, none, true), readOf({ ...corrected, state: 'withdrawn' }, none, false)];
    expect(sealed.map(({ isSealed }) => isSealed)).toEqual([true, false, false, false, false, false]);
  });
});
