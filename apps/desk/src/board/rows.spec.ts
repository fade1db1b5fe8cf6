import { describe, expect, it } from 'vitest';
import type { CheckView, RequestView } from '@lateral/contracts';
import { shippedLaw } from '../../../../test/world/shipped-law.js';
import { answerWords, type AnswerWords } from './answer-words.js';
import { hiddenPerson } from './hidden-person.js';
import { boardOf, clockOfRequest, mayRemind, tabOf } from './rows.js';

const NOW = new Date('2026-11-23T12:00:00.000Z');
const law = await shippedLaw('W', ['council', 'heddlu'], ['s47_enquiry']);
const request = (id: string, change: Partial<RequestView> = {}): RequestView => ({
  id, check: 'c1', reference: 'LC-1', asking: 'council', asked: 'heddlu', askedType: 'POLICE', urgency: 'amber', state: 'open', version: 1, notice: 'sent', sentAt: '2026-11-23T09:00:00.000Z', dueAt: '2026-11-23T13:00:00.000Z', dueRule: 'POL:amber:4h-calendar',
  acknowledgedAt: null, endedAt: null, heldBy: null, remindedAt: null, escalatedAt: null, answer: null, envelopes: [], ...change,
} as RequestView);
const check = (id: string, requests: RequestView[], change: Partial<CheckView> = {}): CheckView => ({
  id, reference: `LC-${id}`, urgency: 'amber', state: 'open', version: 1, openedAt: '2026-11-23T09:00:00.000Z', decidedAt: null, closedAt: null, openedBy: 'u-1', heldBy: null, requests, decision: null, ...change,
});
const answered = { state: 'answered', endedAt: '2026-11-23T09:41:00.000Z', answer: { type: 'FULL', items: 3, at: '2026-11-23T09:41:00.000Z', message: 'm' } } as const;
const ids = (checks: CheckView[], tab: Parameters<typeof boardOf>[1]): string[][] => boardOf(checks, tab, { me: 'u-1', now: NOW }).map(({ id, requests }) => [id, ...requests.map((each) => each.id)]);

describe('the board', () => {
  const late = check('1', [request('a', answered), request('b', { dueAt: '2026-11-23T11:50:00.000Z' })]);
  const early = check('2', [request('c')]);
  const others = check('3', [request('d', { dueAt: '2026-11-23T10:00:00.000Z' })], { heldBy: 'u-2' });
  const over = check('4', [request('e', answered)], { state: 'decided' });
  const all = [over, early, others, late];

  it('has one row for each agency under its check, the most overdue first', () => {
    expect(ids(all, 'mine')).toEqual([['1', 'b', 'a'], ['2', 'c']]);
    expect(ids(all, 'team')).toEqual([['3', 'd'], ['1', 'b', 'a'], ['2', 'c']]);
  });

  it('shows by tab what is waited for, what was answered and what is decided', () => {
    expect(ids(all, 'waiting')).toEqual([['3', 'd'], ['1', 'b'], ['2', 'c']]);
    expect(ids(all, 'answered')).toEqual([['1', 'a']]);
    expect(ids([check('7', [request('h', { state: 'withdrawn', endedAt: '2026-11-23T09:10:00.000Z' })])], 'answered')).toEqual([]);
    expect(ids(all, 'decided')).toEqual([['4', 'e']]);
    expect([tabOf('team'), tabOf(null), tabOf('elsewhere')]).toEqual(['team', 'mine', 'mine']);
  });

  it('gives what somebody put down back to whoever opened it', () => {
    expect(ids([check('5', [request('f')], { openedBy: 'u-9' }), check('6', [request('g')], { openedBy: 'u-9', heldBy: 'u-1' })], 'mine')).toEqual([['6', 'g']]);
  });

  it('places fifty checks in the time of a glance', () => {
    const many = Array.from({ length: 50 }, (_, at) => check(String(at), [request(`r${at}`, { dueAt: new Date(NOW.getTime() + (at - 25) * 60_000).toISOString() })]));
    expect(boardOf(many, 'team', { me: 'u-1', now: NOW }).map(({ id }) => id)).toHaveLength(50);
  });
});

describe('a clock', () => {
  it('counts working hours where its rule does', () => {
    expect(clockOfRequest(request('a', { dueRule: 'POL:red:4h-working:partnership-week', dueAt: '2026-11-24T10:00:00.000Z' }), NOW, law.deadlines)).toMatchObject({ kind: 'working-left', minutes: 6 * 60 });
    expect(clockOfRequest(request('a'), NOW, law.deadlines)).toMatchObject({ kind: 'left', minutes: 60 });
    expect(clockOfRequest(request('a', { dueRule: 'agreed_with_agency' }), NOW, undefined)).toMatchObject({ kind: 'left' });
  });

  it.each(['withdrawn', 'expired'] as const)('says of what is %s no answer that nobody gave', (state) => {
    expect(clockOfRequest(request('a', { state, endedAt: '2026-11-23T09:10:00.000Z' }), NOW, undefined)).toEqual({ kind: 'ended' });
  });

  it('lets somebody remind who is late or nearly so, once an hour, and nobody who answered', () => {
    const may = (change: Partial<RequestView>): boolean => mayRemind(request('a', change), clockOfRequest(request('a', change), NOW, undefined), NOW);
    expect(may({})).toBe(true);
    expect(may({ dueAt: '2026-11-23T18:00:00.000Z' })).toBe(false);
    expect(may({ dueAt: '2026-11-23T11:00:00.000Z' })).toBe(true);
    expect(may({ remindedAt: '2026-11-23T11:30:00.000Z' })).toBe(false);
    expect(may({ remindedAt: '2026-11-23T10:30:00.000Z' })).toBe(true);
    expect(may(answered)).toBe(false);
  });
});

describe('words', () => {
  const words: AnswerWords = { opened: (at) => `opened ${at.slice(11, 16)}`, items: (count) => `${count} items`, state: (state) => state, response: (type) => type, erased: (at) => `erased ${at.slice(0, 10)}` };
  it('say how far an answer is', () => {
    expect(answerWords(request('a'), words)).toBe('open');
    expect(answerWords(request('a', { state: 'acknowledged', acknowledgedAt: '2026-11-23T10:02:00.000Z' }), words)).toBe('opened 10:02');
    expect(answerWords(request('a', answered), words)).toBe('3 items');
    expect(answerWords(request('a', { ...answered, answer: { ...answered.answer, type: 'PARTIAL' } }), words)).toBe('3 items. PARTIAL');
    expect(answerWords(request('a', { ...answered, state: 'nothing_held', answer: { ...answered.answer, type: 'NO_TRACE', items: 0 } }), words)).toBe('NO_TRACE');
    expect(answerWords(request('a', { state: 'withdrawn' }), words)).toBe('withdrawn');
    const gone = { id: 'e', type: 'request', from: 'council', to: 'heddlu', createdAt: '2026-11-22T08:00:00.000Z', collectedAt: null, supersededBy: null, erasedAt: '2028-03-03T09:00:00.000Z' };
    expect(answerWords(request('a', { ...answered, envelopes: [gone] }), words)).toBe('3 items. erased 2028-03-03');
  });

  it('hide a name behind its letters', () => {
    expect(hiddenPerson({ name: 'Siân Mai Dŵr-Ŷd', born: '2019' })).toBe('S.M.D., 2019');
    expect(hiddenPerson({ name: 'ŵen', born: null })).toBe('Ŵ.');
  });
});
