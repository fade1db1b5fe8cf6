import { describe, expect, it } from 'vitest';
import { cardState, inDueOrder, newAnswers } from './card-state.js';
import { answerBody, envelope, item, read, request, unsealed } from './wanted.examples.js';

describe('the card of an agency', () => {
  it('says what its newest answer is and which limits are on it, what forbids first', () => {
    const card = cardState(read(request('r1', 'heddlu', { state: 'answered' }), [
      unsealed('a1', answerBody({ responseType: 'HOLDING', items: [] })), unsealed('a2', answerBody({ responseType: 'PARTIAL', items: [item('i1', { handling: 'le_only' }), item('i2', { handling: 'may_not_tell_family' }), item('i3')] }), { witness: 'recorded' }),
    ]));
    expect(card).toEqual({ type: 'PARTIAL', items: 3, handling: ['may_not_tell_family', 'le_only'], isRefused: false, isOpen: true, isErased: false, erasedAt: null, isEnded: true, witness: 'recorded' });
  });

  it('says what the codes tell while nothing is open', () => {
    const view = request('r1', 'heddlu', { state: 'answered', answer: { type: 'FULL', items: 4, at: '2026-11-22T09:00:00.000Z', message: 'a1' } });
    expect(cardState(read(view, []))).toMatchObject({ type: 'FULL', items: 4, handling: [], isOpen: false, witness: null });
    expect(cardState(read(request('r1', 'heddlu'), []))).toMatchObject({ type: null, items: 0, isEnded: false });
  });

  it('tells an answer that nobody may rely on from one that there is no key for, and from one that is gone', () => {
    const refused = (code: string): boolean => cardState(read(request('r1', 'heddlu'), [{ envelope: 'a1', opened: null, code, step: 1 }])).isRefused;
    expect([refused('signature-invalid'), refused('no-key'), refused('erased'), refused('expired')]).toEqual([true, false, false, false]);
  });
});

describe('the cards of a check', () => {
  it('are in the order in which they are due, and what was taken back last', () => {
    const rows = [request('b', 'x', { dueAt: '2026-11-22T12:00:00.000Z' }), request('w', 'x', { state: 'withdrawn', dueAt: '2026-11-22T01:00:00.000Z' }), request('a', 'x', { dueAt: '2026-11-22T12:00:00.000Z' }), request('c', 'x', { dueAt: '2026-11-22T10:00:00.000Z' })];
    expect(inDueOrder(rows).map(({ id }) => id)).toEqual(['c', 'a', 'b', 'w']);
  });

  it('have as many new answers as there are messages that were not there', () => {
    const [shown, now] = [[request('r1', 'heddlu')], [request('r1', 'heddlu', { envelopes: [envelope('q-r1', 'request', 'council'), envelope('a1', 'response', 'heddlu'), envelope('a2', 'response', 'heddlu'), envelope('o', 'outcome', 'council')] })]];
    expect([newAnswers(shown, now), newAnswers(now, now), newAnswers(now, shown)]).toEqual([2, 0, 0]);
  });
});
