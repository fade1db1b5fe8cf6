import type { CodedShare } from '@lateral/domain/justification';
import type { Narrative, RecordBody } from '@lateral/envelope/words';
import type { CodedDraft, KnownAgency, Letter, OpenedMessage } from '../crypto/protocol.js';
import { offeredToAsk, stackFor, type Surroundings } from '../justify/asking.js';
import { termsOf } from '../justify/closing.js';
import { offeredToShare } from '../justify/sharing.js';
import { judged, type Judged } from '../justify/verdict.js';
import { consentOf } from '../new-check/compose.js';
import { codesWith, narrativeWith } from '../reasons/reasons.js';
import type { ReviewDraft } from './review-draft.js';

/** What left as an emergency, and the question that it answers where it is an answer; `other`: the agency at the other end, null where it has left the partnership. */
export interface LeftInEmergency { message: OpenedMessage; question: OpenedMessage | null; other: KnownAgency | null }
/** The record as it ought to have gone, and what the rules make of it today; null where only the hub knows whom it went to. */
export interface InOrder { body: RecordBody; narrative: Narrative; record: CodedDraft; judged: Judged | null }

/** What it was found to lack, judged as if there had been no emergency. */
export function asItLeft(left: LeftInEmergency, around: Surroundings): InOrder {
  const { message: { body, narrative, record } } = left;
  return judgedOf({ body: bodyOf('', left), narrative: withItsOwnWords(narrative, body), record: { ...termsOf(record), override: null } }, left, around);
}

/**
 * The record of a review. What was found stands in its text. Where it is said to be complete now, it is as whoever reviews it completed it; else it
 * stays as it left, whatever was written meanwhile into fields that are shown no more.
 */
export function inOrder(draft: ReviewDraft, left: LeftInEmergency, around: Surroundings): InOrder {
  const { message: { body, narrative } } = left;
  if (draft.finding !== 'right_and_completed') return { ...asItLeft(left, around), body: bodyOf(draft.found.trim(), left) };
  const record = recordOf(draft, left, around);
  return judgedOf({ body: bodyOf(draft.found.trim(), left), narrative: narrativeWith(draft, { narrative: withItsOwnWords(narrative, body), record: left.message.record }), record }, left, around);
}

export function letterOfReview({ body, narrative, record }: InOrder, { check, request, message }: { check: string; request: string; message: string }): Letter {
  return { type: 'record', message, check, request, to: null, inReplyTo: null, corrects: null, body, narrative, record };
}

function judgedOf(composed: Omit<InOrder, 'judged'>, { question, other }: LeftInEmergency, around: Surroundings): InOrder {
  const { body, narrative, record } = composed;
  return { ...composed, judged: other === null ? null : judged(record, { body, narrative }, { other, request: record.direction === 'sharing' ? question?.record ?? null : null, around }) };
}

/** The question stands in the record as well: the rules ask of a question what it asks. */
function bodyOf(text: string, { message: { body, narrative: { language } } }: LeftInEmergency): RecordBody {
  return { type: 'record', language, text, ...(body.type === 'request' ? { question: body.question, period: body.period ?? null } : {}) };
}

/** Words that stood in the message's body, and stand in a record's reasons. */
function withItsOwnWords(narrative: Narrative, body: OpenedMessage['body']): Narrative {
  const { publicTaskStatement = null, writtenReasons = null }: { publicTaskStatement?: string | null; writtenReasons?: string | null } = body.type === 'request' || body.type === 'response' ? body : {};
  return { ...narrative, ...(publicTaskStatement === null ? {} : { publicTaskStatement }), ...(writtenReasons === null ? {} : { writtenReasons }) };
}

function recordOf(draft: ReviewDraft, left: LeftInEmergency, around: Surroundings): CodedDraft {
  const before = termsOf(left.message.record);
  const record: CodedDraft = {
    ...before, override: null, acknowledgements: draft.acknowledgements, ...codesWith(draft, before),
    response: before.response === null ? null : { ...before.response, items: before.response.items.map((item) => ({ ...item, relevance: draft.relevant.includes(item.item) })) },
  };
  return draft.asOffered ? { ...record, stack: stackOffered(record, left, around) } : record;
}

function stackOffered(record: CodedDraft, { question, other }: LeftInEmergency, around: Surroundings): CodedShare['stack'] {
  const { own, law, policyDocument } = around;
  const { specialCategory, criminalOffence, consent, categories, window, response } = record;
  if (other === null) return record.stack;
  const offered = response === null || question === null
    ? offeredToAsk({ ...record, consent: consent ?? consentOf(null, 'no') }, { asked: other, categories, window }, around)
    : offeredToShare(question.record, other, { response }, around);
  return stackFor(offered, { own, other, classes: { specialCategory, criminalOffence }, consent, policyDocument, law });
}
