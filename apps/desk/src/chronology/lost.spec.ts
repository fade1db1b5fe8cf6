import { describe, expect, it } from 'vitest';
import { answerBody, envelope, opened, questionBody, read, request, unsealed } from '../check/wanted.examples.js';
import { lostOf } from './lost.js';

const at = (day: string): { createdAt: string } => ({ createdAt: `2026-11-${day}T09:00:00.000Z` });
const erasedAt = '2028-03-03T09:00:00.000Z';
const view = request('r1', 'heddlu', {
  state: 'answered', envelopes: [envelope('q', 'request', 'council', { ...at('20'), erasedAt }), envelope('a1', 'response', 'heddlu', { ...at('21'), erasedAt, supersededBy: 'a2' }), envelope('a2', 'response', 'heddlu', { ...at('22'), erasedAt }), envelope('x', 'response', 'ysgol', { ...at('22'), erasedAt })],
});

describe('what was erased of a check', () => {
  it('is its question and what stood of its answers, oldest first, with since when', () => {
    expect(lostOf([read(view, [], null)])).toEqual([
      { message: 'q', kind: 'request', asked: 'heddlu', at: '2026-11-20T09:00:00.000Z', erasedAt }, { message: 'a2', kind: 'response', asked: 'heddlu', at: '2026-11-22T09:00:00.000Z', erasedAt },
    ]);
  });

  it('is nothing that is open here still, nor of what was taken back or is all there', () => {
    expect(lostOf([read(view, [unsealed('a2', answerBody())], opened('q', questionBody()))])).toEqual([]);
    expect(lostOf([read({ ...view, state: 'withdrawn' }, [], null), read(request('r2', 'ysgol'), [], null)])).toEqual([]);
  });

  it('is known by a refusal too, and then not since when', () => {
    const refused = { ...view, envelopes: view.envelopes.map((each) => ({ ...each, erasedAt: null })) };
    expect(lostOf([{ ...read(refused, [], null), isErased: true }]).map(({ message, erasedAt: since }) => [message, since])).toEqual([['q', null], ['a2', null]]);
  });
});
