import { OUTCOMES, REFUSAL_GROUNDS, RESPONSE_TYPES, SUBJECT_ROLES } from '@lateral/domain';
import { HANDLING_LIMITS, ITEM_NATURES } from '@lateral/domain/justification';
import { MAX_ATTACHMENT_BYTES, type MessageType } from '@lateral/contracts';
import { CODE, DIGEST, TIME, UUID7, list, matching, oneOf, orNull, record, text, truth, whole, type ChangeWords, type Of, type Shape } from './shapes.js';

/**
 * The sealed bodies: what practitioners write to each other. Shapes are strict about members and generous about words; text
 * is carried as written, in Welsh or English. Nobody between the two agencies ever sees any of this.
 */
const LINE = text(500);
const PROSE = text(50_000);
const MARK = matching(/^[a-zA-Z][a-zA-Z0-9._-]{0,63}$/);
const LANGUAGE = oneOf(['en', 'cy']);
const AMOUNT = 500;
/** A date or a moment as a record has it, or as far as it is known ("2024", "before Christmas"). */
const WHEN = text(64);

const contact = record({ name: LINE, role: LINE }, { agency: LINE, phone: LINE, email: LINE, hours: LINE, deputy: orNull(LINE) });

const address = record({ line: LINE, town: LINE }, { outcode: orNull(LINE), status: CODE, from: orNull(WHEN), to: orNull(WHEN), confidential: truth });

/** One person. `id` is the pseudonym (`p1`) by which the justification, which is in clear, refers to them. */
const person = record(
  { id: MARK, name: LINE, roles: list(oneOf(SUBJECT_ROLES), 10) },
  {
    aliases: list(record({ name: LINE, kind: LINE }), 50), dob: orNull(WHEN), edd: orNull(WHEN), ageEstimate: orNull(LINE), sex: orNull(LINE),
    identifiers: list(record({ kind: CODE, value: LINE }), 20), addresses: list(address, 50), inHousehold: truth, family: truth, flags: list(CODE, 20),
    firstLanguage: orNull(LINE), languageChoice: orNull(LINE), interpreterNeeded: orNull(LINE), ethnicity: orNull(LINE), disability: orNull(PROSE),
    communicationNeeds: orNull(PROSE), gp: orNull(LINE), educationSetting: orNull(LINE), safeContact: orNull(PROSE), note: orNull(PROSE),
  },
);

const relationship = record({ from: MARK, to: MARK, type: LINE }, { parentalResponsibility: orNull(truth) });

const requestBody = record(
  {
    type: oneOf(['request']), language: LANGUAGE, people: list(person, AMOUNT), relationships: list(relationship, AMOUNT),
    referralReason: PROSE, serviceHistory: PROSE, question: PROSE, period: orNull(record({ from: WHEN, to: WHEN, reason: orNull(PROSE) })),
    scope: list(record({ person: MARK, role: oneOf(SUBJECT_ROLES), why: PROSE }), AMOUNT),
  },
  {
    purpose: PROSE, urgencyReason: PROSE, identityProtection: list(CODE, 20), limits: orNull(PROSE), informed: orNull(PROSE), wishes: orNull(PROSE),
    publicTaskStatement: orNull(PROSE), asker: contact, securityMarking: LINE, note: orNull(PROSE),
  },
);

const item = record(
  { id: MARK, about: MARK, nature: oneOf(ITEM_NATURES), text: PROSE, source: LINE, relevance: PROSE, handling: oneOf(HANDLING_LIMITS) },
  { language: LANGUAGE, eventDate: orNull(WHEN), recordedDate: orNull(WHEN), reliability: orNull(LINE), thirdParty: orNull(record({ who: LINE, relevant: truth })) },
);

const responseBody = record(
  {
    type: oneOf(['response']), language: LANGUAGE, responseType: oneOf(RESPONSE_TYPES), items: list(item, AMOUNT),
    systemsSearched: list(record({ system: LINE, terms: PROSE, searchedAt: WHEN, searchedBy: LINE }), 100), namesSearched: list(LINE, AMOUNT),
  },
  {
    decision: CODE, context: PROSE, analysis: orNull(PROSE), match: orNull(record({ confidence: LINE, basis: PROSE })),
    withheld: record({ withheld: truth, category: orNull(LINE) }), refusalGround: orNull(oneOf(REFUSAL_GROUNDS)), writtenReasons: orNull(PROSE),
    questionBack: orNull(PROSE), redirect: orNull(record({ to: LINE, why: PROSE })), wrongPerson: orNull(PROSE),
    holding: orNull(record({ until: TIME, why: PROSE })), answeredBy: contact, approvedBy: LINE,
  },
);

/** An item of an answer, wherever it is: by the message that brought it and its id in there. */
const itemReference = record({ message: UUID7, item: MARK });
export type ItemReference = Of<typeof itemReference>;

const decisionBody = record(
  { type: oneOf(['decision']), language: LANGUAGE, outcome: oneOf(OUTCOMES), rationale: PROSE, reliedOn: list(itemReference, AMOUNT) },
  {
    also: list(oneOf(OUTCOMES), 10), determination: orNull(CODE), decidedBy: contact,
    points: list(record({ id: MARK, text: PROSE, reliedOn: list(itemReference, AMOUNT) }), 100),
    notReliedOn: list(record({ message: UUID7, item: MARK, why: PROSE }), AMOUNT),
    told: list(record({ who: LINE, what: PROSE }, { at: WHEN, by: LINE, how: LINE }), 100), notTold: list(record({ who: LINE, why: PROSE }), 100), dissent: orNull(PROSE),
  },
);

const outcomeBody = record(
  { type: oneOf(['outcome']), language: LANGUAGE, outcome: oneOf(OUTCOMES), text: PROSE },
  { used: oneOf(['yes', 'no', 'partly']), usedHow: PROSE, askOfYou: orNull(PROSE), contact },
);

/** Why something was not asked or not shared, or what an override's review found. Read by the own team. */
const recordBody = record({ type: oneOf(['record']), language: LANGUAGE, text: PROSE }, { question: PROSE, period: orNull(record({ from: WHEN, to: WHEN, reason: orNull(PROSE) })) });

export type RequestBody = Of<typeof requestBody>;
export type ResponseBody = Of<typeof responseBody>;
export type DecisionBody = Of<typeof decisionBody>;
export type OutcomeBody = Of<typeof outcomeBody>;
export type RecordBody = Of<typeof recordBody>;
export type ResponseItem = Of<typeof item>;
export type MessageBody = RequestBody | ResponseBody | DecisionBody | OutcomeBody | RecordBody;

const BODIES: Record<MessageType, Shape<MessageBody>> = { request: requestBody, response: responseBody, decision: decisionBody, outcome: outcomeBody, record: recordBody };

/** Where a body does not fit the shape of its message type, as a JSON pointer; null where it fits. Never says what stood there. */
export function faultOfBody(type: MessageType, body: unknown): string | null {
  return BODIES[type].check(body, '');
}

/**
 * The same body with each of its free texts changed; codes, ids, dates and enumerations stay. Throws a TypeError where the body does not
 * have its shape.
 */
export function mapBodyWords(type: MessageType, body: MessageBody, change: ChangeWords): MessageBody {
  if (faultOfBody(type, body) !== null) throw new TypeError('the body does not have its shape');
  return BODIES[type].mapWords(body, change) as MessageBody;
}

/** The words behind the codes of a justification. Read by both agencies' teams and their data protection officers. */
const narrative = record(
  { language: LANGUAGE, necessity: PROSE, proportionality: PROSE },
  { harmOfNotSharing: PROSE, writtenReasons: PROSE, lessIntrusive: PROSE, thresholdRationale: PROSE, publicTaskStatement: PROSE, windowReason: PROSE, overrideWords: PROSE, consent: PROSE, advice: PROSE },
);
export type Narrative = Of<typeof narrative>;

export function faultOfNarrative(value: unknown): string | null {
  return narrative.check(value, '');
}

/** As `mapBodyWords`, for a narrative. */
export function mapNarrativeWords(value: Narrative, change: ChangeWords): Narrative {
  if (faultOfNarrative(value) !== null) throw new TypeError('the narrative does not have its shape');
  return narrative.mapWords(value, change) as Narrative;
}

/** What opens an attachment, and what it must turn out to be. Travels inside the sealed content and nowhere else. */
const attachmentKey = record({
  id: UUID7, name: LINE, mime: matching(/^[a-z0-9.+-]{1,64}\/[a-z0-9.+-]{1,64}$/),
  /** Bytes and base64url SHA-256 of what was attached. */
  size: whole(0, MAX_ATTACHMENT_BYTES), plaintextDigest: DIGEST,
  /** Bytes and base64url SHA-256 of its ciphertext, as the header has them. */
  length: whole(1, MAX_ATTACHMENT_BYTES), digest: DIGEST,
  /** AES-256 session key, base64url. */
  key: matching(/^[A-Za-z0-9_-]{43}$/),
});
export type AttachmentKey = Of<typeof attachmentKey>;

export function areAttachmentKeys(value: unknown): value is AttachmentKey[] {
  return list(attachmentKey, 1).check(value, '') === null;
}
