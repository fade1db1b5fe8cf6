import { DIRECTIONS, MAX_ATTACHMENT_BYTES, MAX_CONTENT_BYTES, MAX_NARRATIVE_BYTES, MESSAGE_TYPES, MOST_OFFICERS, SUITE, type EnvelopeContext, type EnvelopeHeader, type JustificationRecord } from '@lateral/contracts';
import { AGENCY_TYPES, LESS_INTRUSIVE, PURPOSES, REFUSAL_GROUNDS, RESPONSE_TYPES, SUBJECT_ROLES, THRESHOLDS, URGENCIES } from '@lateral/domain';
import {
  ACKNOWLEDGEMENT_REASONS, CAPACITY_FOUND, CONSENT_OUTCOMES, CONSENT_SOUGHT, HANDLING_LIMITS, INFORMED, ITEM_NATURES, LENGTH_BANDS, NOT_SOUGHT_REASONS, OVERRIDE_GROUNDS, OVERRIDE_REASONS,
  RESPONSE_DECISIONS, SEALED_FIELDS, SUBJECT_KINDS,
} from '@lateral/domain/justification';
import { CODE, DAY, DIGEST, FINGERPRINT, NAME, TIME, UUID7, fits, list, matching, oneOf, orNull, record, truth, whole, type Shape } from '../shapes.js';

const reader = record({ agency: NAME, team: FINGERPRINT, epoch: FINGERPRINT });
/** As many as one roster may name. */
const MOST_DELEGATES = 16;
const officer = record({ agency: NAME, officer: FINGERPRINT, epoch: FINGERPRINT });

const context: Shape<EnvelopeContext> = record({
  v: oneOf([1]), suite: oneOf([SUITE]), type: oneOf(MESSAGE_TYPES), partnership: NAME, check: UUID7, request: orNull(UUID7), message: UUID7,
  from: record({ agency: NAME, signer: FINGERPRINT }), to: list(reader, 1), self: reader, officers: list(officer, MOST_OFFICERS),
  inReplyTo: orNull(DIGEST), corrects: orNull(UUID7), justification: DIGEST, created: TIME, expires: TIME,
}, { delegates: list(reader, MOST_DELEGATES) });

const part = (most: number) => record({ digest: DIGEST, length: whole(1, most) });

const header: Shape<EnvelopeHeader> = record({
  v: oneOf([1]), context, content: part(MAX_CONTENT_BYTES), narrative: part(MAX_NARRATIVE_BYTES),
  attachment: orNull(record({ digest: DIGEST, length: whole(1, MAX_ATTACHMENT_BYTES), id: UUID7 })),
});

/**
 * Whether a value is a header that makes sense in itself: known members only, one agency addressed (none by a decision or a record that is kept), an
 * answer that says what it answers, readers named once, an end after the beginning.
 */
export function isHeader(value: unknown): value is EnvelopeHeader {
  return fits(header, value) && isCoherent(value.context);
}

function isCoherent(ctx: EnvelopeContext): boolean {
  const kept = ctx.type === 'record';
  const decides = ctx.type === 'decision';
  const answers = ctx.type === 'response' || ctx.type === 'outcome';
  return (kept || (ctx.request === null) === decides)
    && (kept ? ctx.to.length === 0 : decides || ctx.to.length === 1)
    && (ctx.inReplyTo !== null) === answers
    && ctx.self.agency === ctx.from.agency
    && areDelegates(ctx)
    && ctx.corrects !== ctx.message
    && new Set(ctx.officers.map(({ epoch }) => epoch)).size === ctx.officers.length
    && Date.parse(ctx.expires) > Date.parse(ctx.created);
}

// Left out or somebody: an empty list would be a second way of saying the same. Nobody stands in for who reads anyway.
function areDelegates({ delegates, self, to }: EnvelopeContext): boolean {
  if (delegates === undefined) return true;
  const readers = [...to, ...delegates, self].map(({ agency }) => agency);
  return delegates.length > 0 && to.length === 1 && new Set(readers).size === readers.length;
}

const codes = (most: number) => list(CODE, most);
const PSEUDONYM = matching(/^[a-z][a-z0-9-]{0,31}$/);

const stack = record({
  defaultStack: orNull(CODE), regime: CODE, art6: codes(8), art9: codes(8), sch1: codes(16), art10: codes(8), p3: codes(16), s36Authority: orNull(CODE),
  gateway: codes(16), confidentiality: codes(8), hra: codes(8), s118Reason: orNull(oneOf(['a', 'b', 'c'])),
  policyDocument: orNull(record({ id: orNull(CODE), version: orNull(CODE), reviewDate: orNull(DAY) })), wouldShareAnyway: orNull(truth), catalogueVersion: CODE,
});

const responseCodes = record({
  type: oneOf(RESPONSE_TYPES), decision: oneOf(RESPONSE_DECISIONS), refusalGround: orNull(oneOf(REFUSAL_GROUNDS)), systems: codes(32), searched: list(PSEUDONYM, 64),
  items: list(record({ item: PSEUDONYM, about: PSEUDONYM, nature: oneOf(ITEM_NATURES), relevance: truth, handling: orNull(oneOf(HANDLING_LIMITS)), thirdParty: orNull(record({ relevanceTicked: truth })) }), 200),
  given: codes(64), withheld: record({ withheld: truth, categories: codes(64) }), until: orNull(TIME), redirectTo: orNull(oneOf(AGENCY_TYPES)),
});

const consent = record({
  sought: oneOf(CONSENT_SOUGHT), outcome: orNull(oneOf(CONSENT_OUTCOMES)), notSoughtReason: orNull(oneOf(NOT_SOUGHT_REASONS)), informed: oneOf(INFORMED),
  capacity: orNull(oneOf(CAPACITY_FOUND)), overrideGround: orNull(oneOf(OVERRIDE_GROUNDS)),
});

const justification: Shape<JustificationRecord> = record({
  v: oneOf([1]), type: oneOf(['justification']), direction: oneOf(DIRECTIONS), check: UUID7, request: orNull(UUID7), message: UUID7, agency: NAME,
  purpose: oneOf(PURPOSES), urgency: oneOf(URGENCIES), threshold: oneOf(THRESHOLDS), subjectKind: oneOf(SUBJECT_KINDS), strategyDiscussionAt: orNull(TIME),
  subjects: list(record({ subject: PSEUDONYM, role: oneOf(SUBJECT_ROLES) }), 64), categories: codes(64), window: orNull(record({ from: DAY, to: DAY })),
  specialCategory: truth, criminalOffence: truth, stack, lessIntrusive: orNull(oneOf(LESS_INTRUSIVE)),
  consent: orNull(consent), thirdParties: list(record({ relevanceTicked: truth }), 64), response: orNull(responseCodes),
  words: list(record({ field: oneOf(SEALED_FIELDS), present: truth, length: oneOf(LENGTH_BANDS), linter: codes(16) }), SEALED_FIELDS.length),
  acknowledgements: list(record({ finding: CODE, reason: oneOf(ACKNOWLEDGEMENT_REASONS) }), 64), override: orNull(record({ reason: oneOf(OVERRIDE_REASONS) })),
  salt: matching(/^[A-Za-z0-9_-]{22}$/),
});

/** Whether a value is a justification record in shape: codes only, no member that we do not know, no room for a sentence. */
export function isJustification(value: unknown): value is JustificationRecord {
  return fits(justification, value);
}

/** Where a justification does not fit its shape, as a JSON pointer; null where it does. */
export function faultOfJustification(value: unknown): string | null {
  return justification.check(value, '');
}
