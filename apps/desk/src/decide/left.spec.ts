import { describe, expect, it } from 'vitest';
import { check, envelope, read, request } from '../check/wanted.examples.js';
import { emptyDecision, withMarks, withTell } from './decide-draft.js';
import { withTicked } from './relied.js';
import { isRecorded, leftToTell, toldSince, untold } from './left.js';

const outcome = (id: string, createdAt: string, from = 'council') => envelope(id, 'outcome', from, { createdAt });
const told = request('r1', 'heddlu', { envelopes: [outcome('o1', '2026-11-22T10:05:00.000Z')] });
const before = request('r2', 'ysgol', { envelopes: [outcome('o2', '2026-11-21T10:05:00.000Z')] });
const beside = request('r3', 'iechyd', { envelopes: [outcome('o3', '2026-11-22T10:05:00.000Z', 'iechyd')] });
const decided = check([told, before, beside], { decision: envelope('d1', 'decision', 'council', { createdAt: '2026-11-22T10:00:00.000Z' }) });

describe('a decision that was recorded before everybody was told', () => {
  it('is known by the draft that became it', () => {
    expect([isRecorded({ recorded: null }, 'd1'), isRecorded({ recorded: 'd0' }, 'd1'), isRecorded({ recorded: 'd1' }, 'd1'), isRecorded({ recorded: null }, undefined)]).toEqual([false, false, true, false]);
  });

  it('is still owed to those who have had no word of it from us', () => {
    const left = untold(emptyDecision({ check: 'c1', language: 'en', requests: ['r1', 'r2', 'r3'] }), { check: decided, read: [told, before, beside].map((view) => read(view, [])) });
    expect(left.tell.map(({ request: id, isTold }) => [id, isTold])).toEqual([['r1', false], ['r2', true], ['r3', true]]);
  });

  it('has been said to those who were to hear it and did', () => {
    const draft = emptyDecision({ check: 'c1', language: 'en', requests: ['r1', 'r2', 'r3'] });
    const whole = { check: decided, read: [told, before, beside].map((view) => read(view, [])) };
    expect([toldSince(draft, whole), toldSince(withTell(draft, 'r1', { isTold: false }), whole)]).toEqual([['heddlu'], []]);
  });
});

describe('who is left to tell', () => {
  const [open, sealed, gone, back] = [read(told, []), read(before, [], null), { ...read(beside, [], null), isSealed: false }, { ...read(request('r4', 'tai', { state: 'withdrawn' }), [], null), isSealed: false }];
  const draft = emptyDecision({ check: 'c1', language: 'en', requests: ['r1', 'r2', 'r3', 'r4'] });
  const left = (state: 'decided' | 'withdrawn', of = draft): string[][] => {
    const { ready, sealed: closed, lost } = leftToTell(of, { check: { ...decided, state }, read: [open, sealed, gone, back] });
    return [ready, closed, lost].map((each) => each.map(({ view }) => view.asked));
  };

  it('is whoever was ticked: those with an open question, those with a sealed one, those with none any more', () => {
    expect(left('decided')).toEqual([['heddlu'], ['ysgol'], ['iechyd']]);
    expect(left('decided', withTell(withTell(draft, 'r2', { isTold: false }), 'r3', { isTold: false }))).toEqual([['heddlu'], [], []]);
  });

  it('is everybody who was asked where the whole check was taken back, and else nobody whose request was', () => {
    expect([left('withdrawn')[2], left('decided')[2]]).toEqual([['iechyd', 'tai'], ['iechyd']]);
  });
});

describe('what a decision relies on', () => {
  it('keeps "partly" where it was ticked, and says "no" only of what was unticked', () => {
    const marked = withMarks(withMarks(emptyDecision({ check: 'c1', language: 'en', requests: [] }), ['a'], 'partly'), ['b'], 'yes');
    expect(withTicked(marked, ['a', 'b', 'c', 'd'], ['a', 'c']).marks).toEqual({ a: 'partly', b: 'no', c: 'yes' });
  });
});
