import { describe, expect, it } from 'vitest';
import { answerBody, check, envelope, read, request, unsealed } from './wanted.examples.js';
import { erasedIn, erasedInCheck, erasedSince, hasLostCodes, isAnswerGone, isErased, wasAnswered } from './erased.js';
import { envelopesOf } from './wanted.js';

const ofAnswer = { envelopes: [envelope('q-r1', 'request', 'council'), envelope('a1', 'response', 'heddlu')] };
const codes = { answer: { type: 'FULL', items: 1, at: '2026-11-22T09:00:00.000Z', message: 'a1' } } as const;
const gone = (id: string): [string, ReturnType<typeof unsealed>] => [id, { envelope: id, opened: null, code: 'erased', step: null }];

describe('an answer of which nothing is left', () => {
  it('is told by its message where its codes are gone, and never from a request that is still open or was never answered', () => {
    expect(hasLostCodes(request('r1', 'heddlu', { state: 'answered', ...ofAnswer }))).toBe(true);
    expect(hasLostCodes(request('r1', 'heddlu', { state: 'expired', ...ofAnswer }))).toBe(true);
    for (const change of [{ state: 'answered', ...ofAnswer, ...codes }, { state: 'acknowledged', ...ofAnswer }, { state: 'expired' }] as const) expect(hasLostCodes(request('r1', 'heddlu', change))).toBe(false);
    // What somebody else put beside it is no answer of theirs.
    expect(wasAnswered(request('r1', 'heddlu', { envelopes: [envelope('x', 'response', 'ysgol')] }))).toBe(false);
  });

  it('is what the hub said was erased, and nothing else that did not open', () => {
    expect([isErased(gone('a1')[1]), isErased({ envelope: 'a1', opened: null, code: 'no-key', step: null }), isErased(unsealed('a1', answerBody())), isErased(undefined)]).toEqual([true, false, false, false]);
  });

  it('is not said of one that is open here still, nor of what was taken back or never answered', () => {
    const view = request('r1', 'heddlu', { state: 'answered', ...ofAnswer });
    const isGone = (...[of, answers]: Parameters<typeof read>): boolean => isAnswerGone({ ...read(of, answers), isErased: true });
    expect([isGone(view, []), isGone(view, [gone('a1')[1]]), isGone(view, [unsealed('a1', answerBody())]), isGone({ ...view, state: 'withdrawn' }, []), isGone(request('r1', 'heddlu', { state: 'expired' }), [])]).toEqual([true, true, false, false, false]);
    expect(isAnswerGone(read(view, []))).toBe(false);
  });
});

describe('a check of which something was erased', () => {
  const answered = request('r1', 'heddlu', { state: 'answered', ...ofAnswer, ...codes });
  const expired = request('r2', 'ysgol', { state: 'expired' });
  const later = request('r3', 'iechyd', { state: 'answered', ...codes, envelopes: [envelope('q-r3', 'request', 'council'), envelope('a3', 'response', 'iechyd')] });
  const found = (...[of, ...erased]: [ReturnType<typeof check>, ...string[]]): unknown[] => {
    const { requests, isWhole } = erasedIn(of, new Map(erased.map(gone)));
    return [[...requests], isWhole];
  };

  it('is gone as a whole where it has ended and no answer is left', () => {
    expect(found(check([answered, expired], { state: 'closed' }), 'q-r1')).toEqual([['r1', 'r2'], true]);
    expect(found(check([{ ...answered, answer: null }, expired], { state: 'closed' }))).toEqual([['r1', 'r2'], true]);
  });

  it('is told by the hub’s own list, with nothing opened, and since when', () => {
    const since = '2028-03-03T09:00:00.000Z';
    const later = '2028-03-04T09:00:00.000Z';
    const told = check([{ ...answered, envelopes: answered.envelopes.map((each) => ({ ...each, erasedAt: since })) }, expired], { state: 'closed' });
    expect(found(told)).toEqual([['r1', 'r2'], true]);
    expect([erasedSince(told.requests[0]!), erasedSince(expired), erasedInCheck(told), erasedInCheck(check([answered]))]).toEqual([since, null, since, null]);
    expect(erasedInCheck({ ...told, decision: envelope('d', 'decision', 'council', { erasedAt: later }) })).toBe(later);
  });

  it('still has what came after what was erased: a question asked anew, and its answer', () => {
    const erasedAt = '2028-03-03T09:00:00.000Z';
    const gone = [envelope('q-r1', 'request', 'council', { erasedAt, supersededBy: 'q2', createdAt: '2026-11-22T08:00:00.000Z' }), envelope('a1', 'response', 'heddlu', { erasedAt })];
    const again = request('r1', 'heddlu', { state: 'answered', ...codes, envelopes: [envelope('q2', 'request', 'council', { createdAt: '2028-04-01T09:00:00.000Z' }), ...gone, envelope('a2', 'response', 'heddlu', { createdAt: '2028-04-02T09:00:00.000Z' })] });
    expect(found(check([again, expired], { state: 'closed' }))).toEqual([[], false]);
    expect([envelopesOf(check([again])), isAnswerGone(read(again, []))]).toEqual([['q2', 'a2'], false]);
    // Asked anew and not answered again: what was answered is gone, and the question is not.
    const asked = { ...again, envelopes: again.envelopes.filter(({ id }) => id !== 'a2') };
    expect([envelopesOf(check([asked])), isAnswerGone(read(asked, []))]).toEqual([['q2'], true]);
    // An answer to a question that is gone cannot be verified, and is not offered.
    const late = { ...again, envelopes: [gone[0]!, envelope('a2', 'response', 'heddlu')] };
    expect([envelopesOf(check([late])), found(check([late], { state: 'closed' }))]).toEqual([[], [['r1'], true]]);
  });

  it('keeps what came after it was opened again, and is whole while nothing says otherwise', () => {
    expect(found(check([answered, expired, later]), 'q-r1')).toEqual([['r1'], false]);
    expect(found(check([answered, expired, later], { state: 'closed' }), 'q-r1')).toEqual([['r1'], false]);
    expect(found(check([answered, expired], { state: 'closed' }))).toEqual([[], false]);
  });
});
