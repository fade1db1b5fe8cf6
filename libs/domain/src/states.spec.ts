import { describe, expect, it } from 'vitest';
import { RESPONSE_TYPES, type ResponseType } from './codes.js';
import {
  ACT_OF_RESPONSE, CHECK_STATES, CHECK_TRANSITIONS, checkAfter, mayCollect, REQUEST_STATES, REQUEST_TRANSITIONS, requestAfter, requestAfterResponse,
  statesAllowing, TERMINAL_STATES, terminalStateOf, type CheckState, type RequestAct, type RequestState,
} from './states.js';

const REQUEST_ACTS: RequestAct[] = ['hand_over', 'answer', 'nothing_held', 'refuse', 'redirect', 'interim', 'correct_response', 'correct_request', 'withdraw', 'expire', 'supersede', 'tell_outcome'];
const isTerminal = (state: RequestState): boolean => TERMINAL_STATES.includes(state);

/** Every state that acts lead to, beginning at `first`. */
function reachable<State extends string>(first: State, transitions: Record<State, Partial<Record<string, State>>>): Set<State> {
  const seen = new Set<State>([first]);
  for (const state of seen) for (const next of Object.values<State | undefined>(transitions[state])) if (next !== undefined) seen.add(next);
  return seen;
}

describe('the graph of requests', () => {
  it('reaches every state from open', () => {
    expect([...reachable('open', REQUEST_TRANSITIONS)].sort()).toEqual([...REQUEST_STATES].sort());
  });

  it('names every act at least once, and no other', () => {
    expect([...new Set(Object.values(REQUEST_TRANSITIONS).flatMap((acts) => Object.keys(acts)))].sort()).toEqual([...REQUEST_ACTS].sort());
  });

  it('ends what it calls ended: no act leads from a terminal state back to an open one', () => {
    for (const state of TERMINAL_STATES) for (const next of Object.values(REQUEST_TRANSITIONS[state])) expect([state, isTerminal(next)]).toEqual([state, true]);
  });

  it('lets only a late answer lead from one terminal state to another', () => {
    const moves = TERMINAL_STATES.flatMap((state) => Object.entries(REQUEST_TRANSITIONS[state]).filter(([, next]) => next !== state).map(([act, next]) => [state, act, next]));
    expect(moves).toEqual([['expired', 'answer', 'answered'], ['expired', 'nothing_held', 'nothing_held'], ['expired', 'refuse', 'refused'], ['expired', 'redirect', 'redirected']]);
  });

  it('leads nowhere out of withdrawn', () => {
    expect(REQUEST_TRANSITIONS.withdrawn).toEqual({ hand_over: 'withdrawn', tell_outcome: 'withdrawn' });
  });

  it('takes no answer to a request that was never collected', () => {
    for (const act of ['answer', 'nothing_held', 'refuse', 'redirect', 'interim', 'supersede'] as const) expect(requestAfter('open', act)).toBeNull();
  });

  it('lets every request that has not ended be taken back, expire and be put right', () => {
    for (const act of ['withdraw', 'expire', 'correct_request'] as const) expect(statesAllowing(act)).toEqual(REQUEST_STATES.filter((state) => !isTerminal(state)));
  });

  it('answers for every state and act as its data say', () => {
    for (const state of REQUEST_STATES) for (const act of REQUEST_ACTS) expect(statesAllowing(act).includes(state)).toBe(requestAfter(state, act) !== null);
  });
});

describe('the graph of checks', () => {
  it('reaches every state from open', () => {
    expect([...reachable('open', CHECK_TRANSITIONS)].sort()).toEqual([...CHECK_STATES].sort());
  });

  it('closes only what is decided, and takes back only what is open', () => {
    expect(CHECK_STATES.filter((state) => checkAfter(state, 'close') !== null)).toEqual(['decided']);
    expect(CHECK_STATES.filter((state) => checkAfter(state, 'withdraw') !== null)).toEqual(['open']);
  });

  it('leaves closed only by a late or corrected answer', () => {
    expect(CHECK_TRANSITIONS.closed).toEqual({ late_response: 'open', correct: 'open' });
  });

  it('never leaves withdrawn; what was decided of it may still be recorded', () => {
    expect(CHECK_TRANSITIONS.withdrawn).toEqual({ decide: 'withdrawn' });
  });
});

describe('where an answer leads', () => {
  const ENDS: Record<ResponseType, RequestState | null> = {
    FULL: 'answered', PARTIAL: 'answered', KNOWN_NO_CONCERN: 'answered', KNOWN_RELEVANT: 'answered', NO_TRACE: 'nothing_held', DECLINED: 'refused',
    REDIRECT: 'redirected', IDENTITY_MISMATCH: 'redirected', SUPERSEDED: 'withdrawn', VERBAL_GIVEN: null, HOLDING: null, CLARIFY: null,
  };
  const cases = RESPONSE_TYPES.flatMap((type) => REQUEST_STATES.map((state) => ({ type, state })));

  it.each(RESPONSE_TYPES.map((type) => ({ type })))('$type ends a request in one state, or leaves it open', ({ type }) => {
    expect(terminalStateOf(type)).toBe(ENDS[type]);
    expect(ACT_OF_RESPONSE[type] === 'interim').toBe(ENDS[type] === null);
  });

  it.each(cases)('$type as a first answer in $state', ({ type, state }) => {
    const late = state === 'expired' && ENDS[type] !== null && type !== 'SUPERSEDED';
    const expected = state === 'acknowledged' ? (ENDS[type] ?? 'acknowledged') : late ? ENDS[type] : null;
    expect(requestAfterResponse(state, type, false)).toBe(expected);
  });

  it.each(cases)('$type as a correction in $state', ({ type, state }) => {
    const answered = ['answered', 'nothing_held', 'refused', 'redirected'].includes(state);
    expect(requestAfterResponse(state, type, true)).toBe(answered ? ENDS[type] : null);
  });
});

describe('what may still leave the hub', () => {
  const messages = ['request', 'response', 'outcome', 'decision'] as const;
  const requests: (RequestState | null)[] = [null, ...REQUEST_STATES];
  const cases = messages.flatMap((message) => requests.flatMap((request) => CHECK_STATES.map((check) => ({ message, request, check }))));
  interface Case { message: (typeof messages)[number]; request: RequestState | null; check: CheckState }

  it.each(cases)('$message of a request $request in a check $check', ({ message, request, check }: Case) => {
    const sealedForGood = message !== 'outcome' && (check === 'withdrawn' || (message === 'request' && request === 'withdrawn'));
    expect(mayCollect(message, request, check, false)).toBe(!sealedForGood);
  });

  it.each(cases)('$message of a request $request in a check $check, to whom an emergency waits for its review', ({ message, request, check }: Case) => {
    expect(mayCollect(message, request, check, true)).toBe(message === 'request' || mayCollect(message, request, check, false));
  });
});
