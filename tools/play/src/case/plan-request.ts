import type { RequestBody, ResponseBody } from '@lateral/envelope';
import type { AgencyType, ResponseType, Urgency } from '@lateral/domain';
import type { OverrideReason } from '@lateral/domain/justification';
import type { Case, CaseRequest, CaseReturns } from './case.js';
import { askingRecord, interimCodes, responseCodes, sharingRecord } from './coded-record.js';
import type { Draft, PlannedAgency, PlannedAnswer, PlannedOverride, PlannedRequest } from './plan.js';
import type { ReadCase } from './read-case.js';
import { answerNarrative, interimWords, requestNarrative, requestWords, responseWords } from './sealed-words.js';

/** A case says in words why it could not wait; of the coded reasons this one is nearest to what it says. */
const EMERGENCY: OverrideReason = 'clinician_waiting';

export type AgencyOf = (type: AgencyType, name: string | null, more?: Partial<PlannedAgency>) => string;

interface Asking {
  agencyOf: AgencyOf;
  asking: string;
  urgency: Urgency;
}

export function planRequest(read: ReadCase, request: CaseRequest, { agencyOf, asking, urgency }: Asking): PlannedRequest {
  const { original, played, sent } = read;
  const { responder } = request;
  const agency = agencyOf(request.agency_type, request.agency_name, {
    nation: responder.nation, publicAuthority: responder.public_authority, competentAuthority: responder.competent_authority, commissionedProvider: responder.commissioned_provider, language: request.lang,
  });
  const correction = played.meanwhile.find(({ type, request_id }) => type === 'correction' && request_id === request.id);
  return {
    id: request.id, agency, sent: sent.has(request.id), postedAt: new Date(request.posted_at),
    ...asked(played, request, asking, urgency),
    first: hasFix(read, 'requests', request.id) ? asked(original, before(original, request), asking, urgency) : null,
    override: overrideOf(played, request),
    answers: planAnswers(read, request, { agency, urgency }),
    correction: correction === undefined ? null : { at: new Date(correction.at), items: correction.affects_items, text: correction.text },
  };
}

const hasFix = ({ original: { expect } }: ReadCase, side: 'requests' | 'responses', id: string): boolean => expect[side].some(({ request_id, fix }) => request_id === id && fix !== null);

/** The request as it was before anything was mended. */
function before({ requests }: Case, { id }: CaseRequest): CaseRequest {
  const found = requests.find((request) => request.id === id);
  if (found === undefined) throw new Error('a request is in the case before and after it is mended');
  return found;
}

function asked(played: Case, request: CaseRequest, asking: string, urgency: Urgency): Draft<RequestBody> {
  const { threshold_rationale, consent } = request.check === 'joined' && played.joined_check !== null ? played.joined_check : played;
  return {
    words: requestWords(played, request), narrative: requestNarrative(request, { rationale: threshold_rationale, override: consent.override_text }),
    record: askingRecord(played, request, asking, urgency),
  };
}

/** An override of the case, together with the review that it needs. Going against a capable adult's refusal is something else: no request is named there. */
function overrideOf({ meanwhile }: Case, { id }: CaseRequest): PlannedOverride | null {
  const [used, reviewed] = (['override', 'override_review'] as const).map((kind) => meanwhile.find(({ type, request_id }) => type === kind && request_id === id));
  return used === undefined || reviewed === undefined ? null : { reason: EMERGENCY, words: used.text, reviewedAt: new Date(reviewed.at), review: reviewed.text };
}

interface Answering {
  agency: string;
  urgency: Urgency;
}

function planAnswers(read: ReadCase, request: CaseRequest, by: Answering): PlannedAnswer[] {
  const { original, played, answered } = read;
  const { interim, returns, responded_at } = request.responder;
  const earlier = interim.flatMap(({ at, response_type, text }) =>
    (response_type === 'AUTO_OVERDUE' || returns === null ? [] : [interimAnswer(played, request, returns, { at, type: response_type, text, ...by })]));
  if (returns === null || responded_at === null || !answered.has(request.id)) return earlier;
  // An answer is to the request as it left, whatever the answer itself was like at first.
  const first = hasFix(read, 'responses', request.id) ? before(original, request).responder.returns : null;
  return [...earlier, {
    at: new Date(responded_at), type: returns.response_type, ...given(played, request, returns, by), first: first === null ? null : given(played, request, first, by),
  }];
}

function given(played: Case, request: CaseRequest, returns: CaseReturns, by: Answering): Draft<ResponseBody> {
  const names = request.subject_scope.flatMap(({ person }) => played.people.filter(({ id }) => id === person).map(({ name }) => name));
  return { words: responseWords(request, returns, names), narrative: answerNarrative(returns), record: sharingRecord(played, request, returns, { ...by, response: responseCodes(request, returns) }) };
}

interface Interim extends Answering {
  at: string;
  type: ResponseType;
  text: string;
}

function interimAnswer(played: Case, request: CaseRequest, returns: CaseReturns, { at, type, text, agency, urgency }: Interim): PlannedAnswer {
  const needsTime = type === 'HOLDING' || type === 'VERBAL_GIVEN';
  const response = interimCodes(request, returns, type, needsTime ? new Date(request.responder.responded_at ?? at).toISOString() : null);
  return {
    at: new Date(at), type, words: interimWords(request, type, text), narrative: answerNarrative(returns),
    record: sharingRecord(played, request, returns, { agency, urgency, response }), first: null,
  };
}
