import type { RequestBody, ResponseBody } from '@lateral/envelope';
import { terminalStateOf, type AgencyType, type ResponseType } from '@lateral/domain';
import type { OverrideReason } from '@lateral/domain/justification';
import type { Case, CaseAnswer, CaseRequest, CaseReturns } from './case.js';
import { askingRecord, interimCodes, responseCodes, sharingRecord } from './coded-record.js';
import type { Draft, PlannedAgency, PlannedAnswer, PlannedOverride, PlannedRequest } from './plan.js';
import { standingOfAsked } from './parties.js';
import { answerIn, type ReadCase } from './read-case.js';
import { answerNarrative, interimWords, requestNarrative, requestWords, responseWords } from './sealed-words.js';

/** A case says in words why it could not wait; of the coded reasons this one is nearest to what it says. */
const EMERGENCY: OverrideReason = 'clinician_waiting';

export type AgencyOf = (type: AgencyType, name: string | null, more?: Partial<PlannedAgency>) => string;

interface Asking {
  agencyOf: AgencyOf;
  asking: string;
}

export function planRequest(read: ReadCase, request: CaseRequest, { agencyOf, asking }: Asking): PlannedRequest {
  const { original, played, sent } = read;
  const agency = agencyOf(request.agency_type, request.agency_name, { nation: request.responder.nation, ...standingOfAsked(request), language: request.lang });
  const correction = played.meanwhile.find(({ type, request_id }) => type === 'correction' && request_id === request.id);
  const mended = asked(played, request, asking);
  return {
    id: request.id, agency, sent: sent.has(request.id), postedAt: new Date(request.posted_at),
    ...mended,
    // Of the case as it was, whole: what is mended in it for one request was not so when another was first written either.
    first: firstOf(asked(original, before(original, request), asking), mended), mended: hasFix(read, 'requests', request.id),
    override: overrideOf(played, request),
    answers: planAnswers(read, request, agency),
    correction: correction === undefined ? null : { at: new Date(correction.at), items: correction.affects_items, text: correction.text },
  };
}

const hasFix = ({ original: { expect } }: ReadCase, side: 'requests' | 'responses', id: string): boolean => expect[side].some(({ request_id, fix }) => request_id === id && fix !== null);

/** How something was first written, or null where it went as it was written. */
function firstOf<Body>(first: Draft<Body>, mended: Draft<Body>): Draft<Body> | null {
  return JSON.stringify(first) === JSON.stringify(mended) ? null : first;
}

/** The request as it was before anything was mended. */
function before({ requests }: Case, { id }: CaseRequest): CaseRequest {
  const found = requests.find((request) => request.id === id);
  if (found === undefined) throw new Error('a request is in the case before and after it is mended');
  return found;
}

function asked(played: Case, request: CaseRequest, asking: string): Draft<RequestBody> {
  const { threshold_rationale, consent } = request.check === 'joined' && played.joined_check !== null ? played.joined_check : played;
  return {
    words: requestWords(played, request), narrative: requestNarrative(request, { rationale: threshold_rationale, override: consent.override_text }),
    record: askingRecord(played, request, asking, request.brag),
  };
}

/** An override of the case, together with the review that it needs. Going against a capable adult's refusal is something else: no request is named there. */
function overrideOf({ meanwhile }: Case, { id }: CaseRequest): PlannedOverride | null {
  const [used, reviewed] = (['override', 'override_review'] as const).map((kind) => meanwhile.find(({ type, request_id }) => type === kind && request_id === id));
  return used === undefined || reviewed === undefined ? null : { reason: EMERGENCY, words: used.text, reviewedAt: new Date(reviewed.at), review: reviewed.text };
}

function planAnswers(read: ReadCase, request: CaseRequest, agency: string): PlannedAnswer[] {
  const { original, played, answered } = read;
  const { returns, responded_at } = request.responder;
  if (returns === null) return [];
  const goes = answered.has(request.id);
  const earlier = interimOf(request).map((interim): PlannedAnswer => ({ ...interimAnswer(played, request, returns, { ...interim, agency }), first: null, mended: false, goes, final: false }));
  const answer = answerIn(request);
  if (answer === null || responded_at === null) return earlier;
  // An answer is to the request as it left, whatever the answer itself was like at first.
  const first = answerIn(before(original, request)) ?? answer;
  const draft = given(played, request, answer, agency);
  return [...earlier, { at: new Date(responded_at), type: answer.response_type, ...draft, first: firstOf(given(played, request, first, agency), draft), mended: hasFix(read, 'responses', request.id), goes, final: true }];
}

interface Interim {
  at: string;
  type: ResponseType;
  text: string;
}

/** What was said before the answer. Once a request has ended only another version of what ended it may follow. */
function interimOf({ responder }: CaseRequest): Interim[] {
  let ended = false;
  return responder.interim.flatMap(({ at, response_type: type, text }) => {
    if (type === 'AUTO_OVERDUE' || (ended && terminalStateOf(type) === null)) return [];
    ended ||= terminalStateOf(type) !== null;
    return [{ at, type, text }];
  });
}

function given(played: Case, request: CaseRequest, returns: CaseAnswer, agency: string): Draft<ResponseBody> {
  const names = request.subject_scope.flatMap(({ person }) => played.people.filter(({ id }) => id === person).map(({ name }) => name));
  const record = sharingRecord(played, request, returns, { agency, urgency: request.brag, response: responseCodes(request, returns) });
  return { words: responseWords(request, returns, names), narrative: answerNarrative(returns), record };
}

function interimAnswer(played: Case, request: CaseRequest, returns: CaseReturns, { at, type, text, agency }: Interim & { agency: string }): Draft<ResponseBody> & Pick<PlannedAnswer, 'at' | 'type'> {
  const needsTime = type === 'HOLDING' || type === 'VERBAL_GIVEN';
  const response = interimCodes(request, returns, type, needsTime ? new Date(request.responder.responded_at ?? at).toISOString() : null);
  return {
    at: new Date(at), type, words: interimWords(request, type, text), narrative: answerNarrative(returns),
    record: sharingRecord(played, request, returns, { agency, urgency: request.brag, response }),
  };
}
