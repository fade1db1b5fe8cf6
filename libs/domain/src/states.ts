import type { ResponseType } from './codes.js';

/** Design section 4. `draft` exists only in a client and is therefore no state here. */
export const CHECK_STATES = ['open', 'decided', 'closed', 'withdrawn'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

export const REQUEST_STATES = ['open', 'acknowledged', 'answered', 'nothing_held', 'refused', 'redirected', 'withdrawn', 'expired'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** Whether the asked agency has been told that a request waits. A bounced e-mail is not a failed request. */
export const NOTICE_STATES = ['pending', 'delivered', 'undelivered'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** What happens to a request. */
export type RequestAct = 'hand_over' | 'answer' | 'nothing_held' | 'refuse' | 'redirect' | 'interim' | 'correct_response' | 'correct_request' | 'withdraw' | 'expire' | 'supersede' | 'tell_outcome';

/** Transitions as data: for each state, what may happen and where it leads. An act that is not listed is refused. */
export const REQUEST_TRANSITIONS: Record<RequestState, Partial<Record<RequestAct, RequestState>>> = {
  open: { hand_over: 'acknowledged', correct_request: 'open', withdraw: 'withdrawn', expire: 'expired', tell_outcome: 'open' },
  acknowledged: { hand_over: 'acknowledged', answer: 'answered', nothing_held: 'nothing_held', refuse: 'refused', redirect: 'redirected', interim: 'acknowledged', correct_request: 'open', withdraw: 'withdrawn', expire: 'expired', supersede: 'withdrawn', tell_outcome: 'acknowledged' },
  answered: { hand_over: 'answered', correct_response: 'answered', tell_outcome: 'answered' },
  nothing_held: { hand_over: 'nothing_held', correct_response: 'nothing_held', tell_outcome: 'nothing_held' },
  refused: { hand_over: 'refused', correct_response: 'refused', tell_outcome: 'refused' },
  redirected: { hand_over: 'redirected', correct_response: 'redirected', tell_outcome: 'redirected' },
  withdrawn: { hand_over: 'withdrawn', tell_outcome: 'withdrawn' },
  expired: { hand_over: 'expired', answer: 'answered', nothing_held: 'nothing_held', refuse: 'refused', redirect: 'redirected', tell_outcome: 'expired' },
};

export const TERMINAL_STATES: readonly RequestState[] = ['answered', 'nothing_held', 'refused', 'redirected', 'withdrawn', 'expired'];

/** Which act an answer of a given type is. Holding, clarifying and verbal answers leave the request open. */
export const ACT_OF_RESPONSE: Record<ResponseType, RequestAct> = {
  FULL: 'answer', PARTIAL: 'answer', KNOWN_NO_CONCERN: 'answer', KNOWN_RELEVANT: 'answer',
  NO_TRACE: 'nothing_held', DECLINED: 'refuse', REDIRECT: 'redirect', IDENTITY_MISMATCH: 'redirect',
  VERBAL_GIVEN: 'interim', HOLDING: 'interim', CLARIFY: 'interim', SUPERSEDED: 'supersede',
};

export type CheckAct = 'decide' | 'close' | 'withdraw' | 'late_response' | 'correct';
export const CHECK_TRANSITIONS: Record<CheckState, Partial<Record<CheckAct, CheckState>>> = {
  open: { decide: 'decided', withdraw: 'withdrawn', late_response: 'open', correct: 'open' },
  decided: { decide: 'decided', close: 'closed', late_response: 'open', correct: 'open' },
  closed: { late_response: 'open', correct: 'open' },
  // What follows from taking a check back (no further action, say) is recorded with it.
  withdrawn: { decide: 'withdrawn' },
};

/** Where an act leads, or null where it may not happen. */
export function requestAfter(state: RequestState, act: RequestAct): RequestState | null {
  return REQUEST_TRANSITIONS[state][act] ?? null;
}
export function checkAfter(state: CheckState, act: CheckAct): CheckState | null {
  return CHECK_TRANSITIONS[state][act] ?? null;
}

/** States from which an act may start: what a statement's WHERE clause allows. */
export function statesAllowing(act: RequestAct): RequestState[] {
  return REQUEST_STATES.filter((state) => REQUEST_TRANSITIONS[state][act] !== undefined);
}

/** The terminal state that an answer of this type leads to, or null where it leaves the request open. */
export function terminalStateOf(type: ResponseType): RequestState | null {
  const state = REQUEST_TRANSITIONS.acknowledged[ACT_OF_RESPONSE[type]];
  return state !== undefined && TERMINAL_STATES.includes(state) ? state : null;
}

/**
 * Where an answer leads, or null where it may not be given. A correction is a new version of an answer that ended the
 * request: it may change which terminal state that is, never bring the request back to open.
 */
export function requestAfterResponse(state: RequestState, type: ResponseType, correcting: boolean): RequestState | null {
  if (!correcting) return requestAfter(state, ACT_OF_RESPONSE[type]);
  return requestAfter(state, 'correct_response') === null ? null : terminalStateOf(type);
}

/**
 * Whether a message may still leave the hub. What was withdrawn stays sealed: of a withdrawn check only the word about its
 * outcome goes out; of a withdrawn request no longer the request itself. `reviews`: whoever wants it has had it, and
 * answered in an emergency that waits for its review. What they answered cannot be judged without it.
 */
export function mayCollect(message: 'request' | 'response' | 'outcome' | 'decision' | 'record', request: RequestState | null, check: CheckState, reviews: boolean): boolean {
  if (message === 'outcome' || message === 'record') return true;
  if (message === 'request' && reviews) return true;
  if (check === 'withdrawn') return false;
  return !(message === 'request' && request === 'withdrawn');
}

/** Hand-overs go on without the ledger (promise 1). For what is not red, a partnership may set how long; this is the default. */
export const OUTAGE_REFUSES_AFTER_MS = 4 * 3_600_000;
