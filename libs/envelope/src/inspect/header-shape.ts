import { DIRECTIONS, MAX_ATTACHMENT_BYTES, MAX_CONTENT_BYTES, MAX_NARRATIVE_BYTES, MESSAGE_TYPES, SUITE, type EnvelopeContext, type EnvelopeHeader, type JustificationRecord } from '@lateral/contracts';
import { LESS_INTRUSIVE, PURPOSES, REFUSAL_GROUNDS, RESPONSE_TYPES, SUBJECT_ROLES, THRESHOLDS, URGENCIES } from '@lateral/domain';
import { CODE, DAY, DIGEST, FINGERPRINT, NAME, TIME, UUID7, fits, list, matching, oneOf, orNull, record, truth, whole, type Shape } from '../shapes.js';

const reader = record({ agency: NAME, team: FINGERPRINT, epoch: FINGERPRINT });
const officer = record({ agency: NAME, officer: FINGERPRINT, epoch: FINGERPRINT });

const context: Shape<EnvelopeContext> = record({
  v: oneOf([1]), suite: oneOf([SUITE]), type: oneOf(MESSAGE_TYPES), partnership: NAME, check: UUID7, request: orNull(UUID7), message: UUID7,
  from: record({ agency: NAME, signer: FINGERPRINT }), to: list(reader, 1), self: reader, officers: list(officer, 8),
  inReplyTo: orNull(DIGEST), corrects: orNull(UUID7), justification: DIGEST, created: TIME, expires: TIME,
});

const part = (most: number) => record({ digest: DIGEST, length: whole(1, most) });

const header: Shape<EnvelopeHeader> = record({
  v: oneOf([1]), context, content: part(MAX_CONTENT_BYTES), narrative: part(MAX_NARRATIVE_BYTES),
  attachment: orNull(record({ digest: DIGEST, length: whole(1, MAX_ATTACHMENT_BYTES), id: UUID7 })),
});

/**
 * Whether a value is a header that makes sense in itself: known members only, one agency addressed (none by a decision), an
 * answer that says what it answers, readers named once, an end after the beginning.
 */
export function isHeader(value: unknown): value is EnvelopeHeader {
  return fits(header, value) && isCoherent(value.context);
}

function isCoherent(ctx: EnvelopeContext): boolean {
  const decides = ctx.type === 'decision';
  const answers = ctx.type === 'response' || ctx.type === 'outcome';
  return (ctx.request === null) === decides
    && (decides || ctx.to.length === 1)
    && (ctx.inReplyTo !== null) === answers
    && ctx.self.agency === ctx.from.agency
    && ctx.corrects !== ctx.message
    && new Set(ctx.officers.map(({ epoch }) => epoch)).size === ctx.officers.length
    && Date.parse(ctx.expires) > Date.parse(ctx.created);
}

const codes = (most: number) => list(CODE, most);
const PSEUDONYM = matching(/^[a-z][a-z0-9-]{0,31}$/);

const stack = record({
  defaultStack: orNull(CODE), regime: CODE, art6: codes(8), art9: codes(8), sch1: codes(16), art10: codes(8), p3: codes(16), s36Authority: orNull(CODE),
  gateway: codes(16), confidentiality: codes(8), hra: codes(8), s118Reason: orNull(oneOf(['a', 'b', 'c'])),
  policyDocument: orNull(record({ id: CODE, version: CODE, reviewDate: DAY })), wouldShareAnyway: orNull(truth), catalogueVersion: CODE,
});

const responseCodes = record({
  type: oneOf(RESPONSE_TYPES), refusalGround: orNull(oneOf(REFUSAL_GROUNDS)), systems: codes(32), searched: list(PSEUDONYM, 64),
  items: whole(0, 500), withheld: truth, until: orNull(TIME), redirectTo: orNull(CODE),
});

const justification: Shape<JustificationRecord> = record({
  v: oneOf([1]), type: oneOf(['justification']), direction: oneOf(DIRECTIONS), check: UUID7, request: orNull(UUID7), message: UUID7, agency: NAME,
  purpose: oneOf(PURPOSES), urgency: oneOf(URGENCIES), threshold: oneOf(THRESHOLDS),
  subjects: list(record({ subject: PSEUDONYM, role: oneOf(SUBJECT_ROLES) }), 64), categories: codes(64), window: orNull(record({ from: DAY, to: DAY })),
  specialCategory: truth, criminalOffence: truth, stack, lessIntrusive: orNull(oneOf(LESS_INTRUSIVE)),
  consent: orNull(record({ sought: oneOf(['yes', 'no', 'not_appropriate']), outcome: orNull(CODE), notSoughtReason: orNull(CODE), informed: oneOf(['yes', 'no', 'later']) })),
  response: orNull(responseCodes), salt: matching(/^[A-Za-z0-9_-]{22}$/),
});

/** Whether a value is a justification record in shape: codes only, no member that we do not know, no room for a sentence. */
export function isJustification(value: unknown): value is JustificationRecord {
  return fits(justification, value);
}

/** Where a justification does not fit its shape, as a JSON pointer; null where it does. */
export function faultOfJustification(value: unknown): string | null {
  return justification.check(value, '');
}
