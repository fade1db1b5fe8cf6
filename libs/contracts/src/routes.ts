import type { AgencyType, Urgency, WithdrawalReason } from '@lateral/domain';
import type { DueMoveReason, OverrideReason, RatingReason, RecordOnlyReason, ReviewFinding, SealedField } from '@lateral/domain/justification';
import type { AnswerCodes } from './desk.js';
import type { SealedEnvelope } from './envelope.js';
import type { ShareJudgement } from './judgement.js';
import type { OpeningRefusal } from './openings.js';
import type { Receipt, WitnessState } from './records.js';

/** Paths of the public HTTP API. `{x}` is a parameter. Ids are uuid v7 made by the client unless said otherwise. */
export const ROUTES = {
  health: '/health',
  ready: '/ready',
  openapi: '/openapi.json',
  partnership: '/v1/partnership',
  partnershipVersions: '/v1/partnership/versions',
  checkpoint: '/v1/log/checkpoint',
  consistency: '/v1/log/consistency',
  cosignatures: '/v1/log/cosignatures',
  signIn: '/v1/sign-in',
  signInAgencies: '/v1/sign-in/agencies',
  signInStart: '/v1/sign-in/start',
  signInCallback: '/v1/sign-in/callback',
  signInCode: '/v1/sign-in/code',
  backChannelLogout: '/v1/sign-in/back-channel-logout',
  signOut: '/v1/sign-out',
  me: '/v1/me',
  sessions: '/v1/sessions',
  session: '/v1/sessions/{session}',
  oneTimeCodes: '/v1/one-time-codes',
  keyProofs: '/v1/key-proofs',
  keyProofSignature: '/v1/key-proofs/signature',
  stepUps: '/v1/step-ups',
  stepUpPasskey: '/v1/step-ups/{stepUp}/passkey',
  stepUpProvider: '/v1/step-ups/{stepUp}/provider',
  passkeys: '/v1/passkeys',
  passkeyOptions: '/v1/passkeys/options',
  passkey: '/v1/passkeys/{passkey}',
  lockedKey: '/v1/locked-keys/mine',
  invitations: '/v1/invitations',
  redemption: '/v1/invitations/redemption',
  joiners: '/v1/joiners',
  joinerKey: '/v1/joiners/mine',
  startAgain: '/v1/members/{member}/start-again',
  rosters: '/v1/agencies/{agency}/roster',
  rosterVersions: '/v1/agencies/{agency}/rosters',
  rosterProposals: '/v1/roster-proposals',
  rosterCosignature: '/v1/roster-proposals/{version}/cosignature',
  custodyCopy: '/v1/custody-copies/mine',
  recoveryKit: '/v1/recovery-kit',
  keyLogEntries: '/v1/key-log/entries',
  keyLogCheckpoint: '/v1/key-log/checkpoint',
  keyLogConsistency: '/v1/key-log/consistency',
  teamKeyCopy: '/v1/team-key-copies/mine',
  drafts: '/v1/drafts',
  draft: '/v1/drafts/{draft}',
  contacts: '/v1/agencies/contacts',
  contact: '/v1/agencies/{agency}/contact',
  ownName: '/v1/members/mine/name',
  memberNames: '/v1/members/names',
  checks: '/v1/checks',
  check: '/v1/checks/{reference}',
  checkRequests: '/v1/checks/{reference}/requests',
  rating: '/v1/checks/{reference}/rating',
  decision: '/v1/checks/{reference}/decision',
  withdrawCheck: '/v1/checks/{reference}/withdrawal',
  closure: '/v1/checks/{reference}/closure',
  checkHolder: '/v1/checks/{reference}/holder',
  recuseFromCheck: '/v1/checks/{reference}/recusal',
  evidence: '/v1/checks/{reference}/evidence',
  receipts: '/v1/checks/{reference}/receipts',
  exports: '/v1/checks/{reference}/exports',
  requests: '/v1/requests',
  delegatedRequests: '/v1/delegated-requests',
  request: '/v1/requests/{request}',
  requestVersions: '/v1/requests/{request}/versions',
  dueTime: '/v1/requests/{request}/due-time',
  withdrawRequest: '/v1/requests/{request}/withdrawal',
  responses: '/v1/requests/{request}/responses',
  outcome: '/v1/requests/{request}/outcome',
  requestHolder: '/v1/requests/{request}/holder',
  reminders: '/v1/requests/{request}/reminders',
  recuseFromRequest: '/v1/requests/{request}/recusal',
  handOver: '/v1/envelopes/{envelope}/hand-over',
  openings: '/v1/envelopes/{envelope}/openings',
  headings: '/v1/headings',
  attachment: '/v1/attachments/{attachment}',
  attachmentHandOver: '/v1/attachments/{attachment}/hand-over',
  recordsOnly: '/v1/records-only',
  overrideReviews: '/v1/override-reviews',
  overrideReview: '/v1/override-reviews/{envelope}',
  catalogue: '/v1/catalogue',
  catalogueVersion: '/v1/catalogue/versions/{version}',
  questionPacks: '/v1/question-packs',
  deadlines: '/v1/deadlines',
  agreements: '/v1/agreements',
  agreement: '/v1/agreements/{agreement}',
  agreementApproval: '/v1/agreements/{agreement}/versions/{version}/approval',
  events: '/v1/events',
} as const;

/** States of a check and of a request (design section 4) as the API says them. */
export type { CheckState, RequestState, NoticeState } from '@lateral/domain';
import type { CheckState, NoticeState, RequestState } from '@lateral/domain';

/** POST sign-in (RFC 7523 manner): an EdDSA JWT with iss = sub = `<member>@<agency>`, aud = the hub's audience, jti, iat, exp at most 120 s on. */
export interface SignInBody { assertion: string }
export interface SignInReply { token: string; agency: string; member: string; expires: string }

/** POST checks. */
export interface OpenCheckBody {
  id: string;
  urgency: Urgency;
  /** When the report that led to the check was received; where the deadline policy counts from there, it counts. */
  receivedAt: string;
  requests: NewRequestBody[];
}
export interface NewRequestBody { id: string; agency: string; envelope: SealedEnvelope; /** Whom the question is about in a line, sealed to the own team alone: for lists that name people and open no message. Of a check they look at the request with the first id. base64url. */ heading?: string }
/** Heading of a question: one length, whatever is in it; this leaves room for what a signature and one reader take. */
export const MOST_HEADING_BYTES = 4_096;
/** POST headings: of the own agency's questions with these messages. */
export interface CollectHeadingsBody { envelopes: string[] }
/** 201 from it: those that are there and can still be read, in no order. A question may have none. */
export interface HeadingsReply { headings: SealedHeading[] }
export interface SealedHeading { envelope: string; sealed: string }
/** POST check requests: asks further agencies in an open check. */
export interface AskFurtherBody { version: number; requests: NewRequestBody[] }
/** 201 from posting requests: where the check stands, and what each request was judged and when it is due. */
export interface PostedReply extends CheckStanding { requests: PostedRequest[] }
export interface PostedRequest { id: string; dueAt: string; dueRule: string; judgement: ShareJudgement }
/** 201 from an answer or a corrected request. */
export interface JudgedReply extends RequestStanding { judgement: ShareJudgement }
/** POST rating: changes later requests only. */
export interface RateCheckBody { version: number; urgency: Urgency; reason: RatingReason }
/** POST due-time: the one way in which a request that was sent becomes due at another time. */
export interface MoveDueTimeBody { version: number; dueAt: string; reason: DueMoveReason }
/** POST records-only: the envelope is of type `record`, sealed to the own team and its officers. Its check need not exist. */
export interface RecordOnlyBody { reason: RecordOnlyReason; envelope: SealedEnvelope }
export interface RecordOnlyReply { message: string }
/** POST override-review: made by another person than the one who used it, with the record completed. */
export interface OverrideReviewBody { finding: ReviewFinding; envelope: SealedEnvelope }
/** An override that was used, as the agency that used it sees it: `asking` where it let a question leave, `asked` where an answer. */
export interface OverrideView { request: string; message: string; check: string; reference: string; asking: string; asked: string; reason: OverrideReason; findings: string[]; usedAt: string; usedBy: string; reviewDue: string; reviewedAt: string | null; finding: ReviewFinding | null }
/** 201 from POST checks and from every other write: where the thing now stands. */
export interface CheckStanding { id: string; reference: string; state: CheckState; version: number }
export interface RequestStanding { id: string; check: string; reference: string; state: RequestState; version: number }

/** POST request versions: the corrected request, and the version it was read at. */
export interface CorrectRequestBody { version: number; envelope: SealedEnvelope; heading?: string }
/** POST responses; `version` as last read, so that an answer to a request that changed meanwhile is refused with what changed. */
export interface SubmitResponseBody { version: number; envelope: SealedEnvelope }
export interface RecordDecisionBody { version: number; envelope: SealedEnvelope }
export interface TellOutcomeBody { envelope: SealedEnvelope }
export interface WithdrawBody { version: number; reason: WithdrawalReason }
export interface CloseCheckBody { version: number }
/** POST openings: the client says that it verified and showed the content, or that it refused it and at which step. */
export type OpeningBody = { shown: true; mismatched?: SealedField[] } | { shown: false; step: number; reason: OpeningRefusal };

/** A request as either party sees it: both sides know each other. */
export interface RequestView {
  id: string;
  check: string;
  reference: string;
  asking: string;
  asked: string;
  askedType: AgencyType;
  urgency: Urgency;
  state: RequestState;
  version: number;
  notice: NoticeState;
  sentAt: string;
  dueAt: string;
  /** The rule of the deadline policy that gave it, or the reason it was moved. */
  dueRule: string;
  acknowledgedAt: string | null;
  endedAt: string | null;
  /** Who has it in the team that is asked; that team alone is told. */
  heldBy: string | null;
  /** When the asked agency was last reminded by hand, and when that was last put to its managers. */
  remindedAt: string | null;
  escalatedAt: string | null;
  /** The newest answer, an interim one too, in its codes. */
  answer: AnswerCodes | null;
  /** The current version of the request, then every message of it that this party may collect, oldest first. */
  envelopes: EnvelopeView[];
}
/**
 * A question that was put to another agency, as the agency sees it that reads for that one: what it needs to collect and open it while an answer is
 * awaited, and nothing of what either side does with it. `message` is the question in force.
 */
export interface DelegatedRequestView { id: string; message: string; check: string; reference: string; asking: string; asked: string; urgency: Urgency; state: RequestState; sentAt: string; dueAt: string }
/** `erasedAt`: since when nobody can read it any more; it is never collected again. */
export interface EnvelopeView { id: string; type: string; from: string; to: string | null; createdAt: string; collectedAt: string | null; supersededBy: string | null; erasedAt: string | null }

/** A check as its asking agency sees it. */
export interface CheckView {
  id: string;
  reference: string;
  urgency: Urgency;
  state: CheckState;
  version: number;
  openedAt: string;
  decidedAt: string | null;
  closedAt: string | null;
  /** Who opened it and who has it now; null for an agency that was asked. */
  openedBy: string | null;
  heldBy: string | null;
  requests: RequestView[];
  decision: EnvelopeView | null;
}
export interface Page<T> { items: T[]; next: string | null }

/** POST hand-over. The record is committed before the first byte leaves. */
export interface HandOverReply {
  envelope: SealedEnvelope;
  /** Standing of the request after it: collecting a request acknowledges it. null of what belongs to none, and to whoever reads for one of its parties. */
  request: RequestStanding | null;
  /** Receipt of the act that brought the envelope here (posting or answering), and of this hand-over. */
  receipts: { share: Receipt; handOver: Receipt };
  witness: WitnessState;
}
export interface ReceiptsReply { receipts: Receipt[]; checkpoint: string }

/**
 * What goes over server-sent events and e-mail: never who asks, never about whom, and by none of its members. `kind` is the event's name.
 * `request` and `dueAt` are null where it is about a whole check.
 */
export interface NoticeView { id: string; kind: string; reference: string; request: string | null; agency: string; urgency: Urgency; dueAt: string | null; at: string }
