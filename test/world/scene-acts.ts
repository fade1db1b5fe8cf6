import type { SealedEnvelope } from '@lateral/contracts';
import { ACT_OF_RESPONSE, checkAfter, mayCollect, requestAfter, requestAfterResponse, RESPONSE_TYPES, TERMINAL_STATES } from '@lateral/domain';
import type { CheckState, RequestState, ResponseType } from '@lateral/domain';
import { newId } from './door-client.js';
import { retyped } from './check-scene.js';
import type { CheckScene, SceneRequest } from './check-scene.js';

/** An act on one request, over HTTP, and where the domain's tables say that it leads: null where it may not happen. */
export interface SceneAct {
  name: string;
  by: 'asking' | 'asked';
  path(request: SceneRequest): string;
  /** Whether there is anything to do it to. */
  isPossible(request: SceneRequest): boolean;
  leads(request: SceneRequest, check: CheckState): RequestState | null;
  /** Where it leaves the check. */
  leavesCheck(request: SceneRequest, check: CheckState): CheckState;
  /** Sealed for this very act, or, where it will be refused before a message is looked at, made of one that is at hand. */
  envelope: ((scene: CheckScene, request: SceneRequest, forReal: boolean) => SealedEnvelope | Promise<SealedEnvelope>) | null;
  body(version: number, envelope: SealedEnvelope | null): object;
  isVersioned: boolean;
  /** What the clients know once it has happened. */
  after?(request: SceneRequest, envelope: SealedEnvelope | null): void;
  /** An envelope that waits has neither state nor version that a refusal could name. */
  saysNoCurrent?: true;
  /** The table says of this type what it says of an earlier one: what costs a message of its own need not try both. */
  isLikeAnother?: boolean;
}

const always = { isPossible: () => true, leavesCheck: (_: SceneRequest, check: CheckState) => check, envelope: null } as const;
const messageOf = (envelope: SealedEnvelope | null): string => envelope?.header.context.message ?? '';

/** An answer that comes when its check is no longer open, and every correction of one, opens the check again. */
function answering(type: ResponseType, correcting: boolean): SceneAct {
  const moves = ({ state }: SceneRequest, check: CheckState): CheckState | null => {
    const to = requestAfterResponse(state, type, correcting);
    if (correcting) return checkAfter(check, 'correct');
    return check !== 'open' && to !== state ? checkAfter(check, 'late_response') : check;
  };
  return {
    name: `${correcting ? 'correct an answer to' : 'answer'} ${type}`, by: 'asked', isVersioned: true,
    isLikeAnother: RESPONSE_TYPES.find((other) => ACT_OF_RESPONSE[other] === ACT_OF_RESPONSE[type]) !== type,
    path: ({ id }) => `/v1/requests/${id}/responses`,
    isPossible: ({ answer }) => !correcting || answer !== null,
    leads: (request, check) => (moves(request, check) === null ? null : requestAfterResponse(request.state, type, correcting)),
    leavesCheck: (request, check) => moves(request, check) ?? check,
    envelope: (scene, request, forReal) => {
      const corrects = correcting ? messageOf(request.answer) : null;
      return forReal || request.answer === null ? scene.sealedAnswer(request, type, corrects) : retyped(request.answer, type, corrects);
    },
    body: (version, envelope) => ({ version, envelope }),
    after: (request, envelope) => { request.answer = envelope; },
  };
}

const handingOver = (what: 'request' | 'response' | 'outcome', of: (request: SceneRequest) => SealedEnvelope | null): SceneAct => ({
  ...always, name: `hand over the ${what}`, by: what === 'response' ? 'asking' : 'asked', isVersioned: false,
  path: (request) => `/v1/envelopes/${messageOf(of(request))}/hand-over`,
  isPossible: (request) => of(request) !== null,
  leads: ({ state }, check) => (!mayCollect(what, state, check, false) ? null : what === 'request' ? requestAfter(state, 'hand_over') : state),
  body: () => ({}),
  after: (request) => { if (what === 'request') request.collected = true; },
});

/** Every act that a member may do to one request, answers and corrections of answers by each type. */
export const REQUEST_ACTS: readonly SceneAct[] = [
  {
    ...always, name: 'correct the request', by: 'asking', isVersioned: true,
    path: ({ id }) => `/v1/requests/${id}/versions`,
    leads: ({ state }, check) => (checkAfter(check, 'correct') === null ? null : requestAfter(state, 'correct_request')),
    envelope: (scene, request, forReal) => (forReal ? scene.sealedCorrection(request) : request.question),
    body: (version, envelope) => ({ version, envelope }),
    after: (request, envelope) => { Object.assign(request, { question: envelope, collected: false }); },
  },
  handingOver('request', ({ question }) => question),
  handingOver('response', ({ answer }) => answer),
  handingOver('outcome', ({ told }) => told),
  {
    ...always, name: 'say that the request was opened', by: 'asked', isVersioned: false, saysNoCurrent: true,
    path: ({ question }) => `/v1/envelopes/${messageOf(question)}/openings`,
    leads: ({ state, collected }) => (collected ? state : null),
    body: () => ({ shown: true }),
  },
  {
    ...always, name: 'tell the outcome', by: 'asking', isVersioned: false,
    path: ({ id }) => `/v1/requests/${id}/outcome`,
    leads: ({ state }, check) => (check === 'open' ? null : requestAfter(state, 'tell_outcome')),
    envelope: (scene, request, forReal) => (forReal ? scene.sealedOutcome(request) : request.question),
    body: (_version, envelope) => ({ envelope }),
    after: (request, envelope) => { request.told = envelope; },
  },
  ...RESPONSE_TYPES.map((type) => answering(type, false)),
  ...RESPONSE_TYPES.map((type) => answering(type, true)),
  {
    ...always, name: 'withdraw the request', by: 'asking', isVersioned: true,
    path: ({ id }) => `/v1/requests/${id}/withdrawal`,
    leads: ({ state }) => requestAfter(state, 'withdraw'),
    body: (version) => ({ version, reason: 'no_longer_needed' }),
  },
  {
    ...always, name: 'move the due time', by: 'asking', isVersioned: true,
    path: ({ id }) => `/v1/requests/${id}/due-time`,
    leads: ({ state }) => (TERMINAL_STATES.includes(state) ? null : state),
    body: (version) => ({ version, dueAt: new Date(Date.now() + 86_400_000).toISOString(), reason: 'agreed_with_agency' }),
  },
];

/** An act on the whole check, where it leads, and what it is for a request of it that has not ended. */
export interface SceneCheckAct {
  name: string;
  route: 'decision' | 'withdrawal' | 'closure' | 'requests' | 'rating';
  leads(check: CheckState): CheckState | null;
  requestAct: 'withdraw' | 'expire' | null;
  body(scene: CheckScene, version: number, forReal: boolean): Promise<object>;
}

const whileOpen = (check: CheckState): CheckState | null => (check === 'open' ? check : null);

export const CHECK_ACTS: readonly SceneCheckAct[] = [
  { name: 'ask further', route: 'requests', leads: whileOpen, requestAct: null, body: async (scene, version, forReal) => ({ version, requests: await furtherQuestion(scene, forReal) }) },
  { name: 'rate it anew', route: 'rating', leads: whileOpen, requestAct: null, body: (_scene, version) => Promise.resolve({ version, urgency: 'red', reason: 'risk_increased' }) },
  {
    name: 'decide', route: 'decision', leads: (check) => checkAfter(check, 'decide'), requestAct: null,
    body: async (scene, version, forReal) => ({ version, envelope: forReal ? await scene.asking.sealDecision(scene.id) : scene.requests[0]?.question }),
  },
  { name: 'withdraw the check', route: 'withdrawal', leads: (check) => checkAfter(check, 'withdraw'), requestAct: 'withdraw', body: (_scene, version) => Promise.resolve({ version, reason: 'no_longer_needed' }) },
  { name: 'close', route: 'closure', leads: (check) => checkAfter(check, 'close'), requestAct: 'expire', body: (_scene, version) => Promise.resolve({ version }) },
];

function furtherQuestion(scene: CheckScene, forReal: boolean): Promise<object[]> | object[] {
  const agency = scene.asked.client.agency;
  return forReal ? scene.asking.questionsTo([agency], scene.id) : [{ id: newId(), agency, envelope: scene.requests[0]?.question }];
}
