import { ROUTES } from '@lateral/contracts';
import type { ProblemCode } from '@lateral/contracts';
import { AgreementsReplyDto, AgreementViewDto, ApproveAgreementDto, ProposeAgreementDto } from '../agreements/agreements.dto.js';
import { StoredAttachmentDto } from '../attachments/attachments.dto.js';
import { AskFurtherDto, CheckStandingDto, CheckViewDto, CloseCheckDto, MoveDueTimeDto, OpenCheckDto, PostedReplyDto, RateCheckDto, RecordDecisionDto, RequestStandingDto, RequestViewDto, WithdrawDto } from '../checks/checks.dto.js';
import { EvidencePackDto } from '../checks/evidence.dto.js';
import { SignedPartnershipDto, SignedRosterDto, TeamKeyCopyDto } from '../directory/directory.dto.js';
import { HandOverReplyDto, OpeningDto, ReceiptsReplyDto } from '../envelopes/envelopes.dto.js';
import { HealthDto, ReadyDto } from '../health/health.dto.js';
import { NothingDto } from '../http/body.js';
import type { DtoClass } from '../http/json-schema.js';
import { CatalogueQueryDto, ConsistencyQueryDto, EvidenceQueryDto, InboxQueryDto, OverridesQueryDto, PageQueryDto } from '../http/query.js';
import { CatalogueReplyDto, DeadlinesReplyDto, QuestionPacksReplyDto } from '../law/law.dto.js';
import { CheckpointReplyDto, ConsistencyReplyDto, CosignatureDto, CosignatureReplyDto } from '../log/log.dto.js';
import { CorrectRequestDto, JudgedReplyDto, OverrideReviewDto, OverrideViewDto, RecordOnlyDto, RecordOnlyReplyDto, SubmitResponseDto, TellOutcomeDto } from '../requests/requests.dto.js';
import { SignInDto, SignInReplyDto } from '../sign-in/sign-in.dto.js';

/** What an operation answers with when it comes off. */
export type Answer = DtoClass | { page: DtoClass } | { list: DtoClass } | 'nothing' | 'events' | 'bytes' | 'document';

export interface Operation {
  id: string;
  method: 'get' | 'post' | 'put';
  path: string;
  summary: string;
  /** Anyone may ask. */
  open?: true;
  query?: DtoClass;
  body?: DtoClass | 'bytes';
  status: number;
  answer: Answer;
  /** Beyond those that every operation may give. */
  problems: ProblemCode[];
}

const CHANGED: ProblemCode[] = ['not-found', 'wrong-state', 'version-changed'];
const SHARE: ProblemCode[] = ['id-outside-clock', 'id-taken', 'header-mismatch', 'signature-invalid', 'signer-unknown', 'readers-mismatch', 'ciphertext-mismatch', 'justification-mismatch', 'unknown-agency', 'attachment-missing'];

/** A share that the hub judges as well. */
const JUDGED: ProblemCode[] = [...SHARE, 'unknown-code', 'catalogue-not-current', 'share-blocked', 'acknowledgement-needed'];

/** Every operation of the public API. A test holds this list, the routes of `contracts` and the controllers to be the same. */
export const OPERATIONS: readonly Operation[] = [
  { id: 'health', method: 'get', path: ROUTES.health, summary: 'The process runs', open: true, status: 200, answer: HealthDto, problems: [] },
  { id: 'ready', method: 'get', path: ROUTES.ready, summary: 'The process can do its work (503 with the same body where it cannot)', open: true, status: 200, answer: ReadyDto, problems: [] },
  { id: 'openapi', method: 'get', path: ROUTES.openapi, summary: 'This document', open: true, status: 200, answer: 'document', problems: [] },
  { id: 'partnership', method: 'get', path: ROUTES.partnership, summary: 'The partnership file, signed by the offline root', open: true, status: 200, answer: SignedPartnershipDto, problems: ['unavailable'] },
  { id: 'checkpoint', method: 'get', path: ROUTES.checkpoint, summary: 'The newest signed head of the ledger', open: true, status: 200, answer: CheckpointReplyDto, problems: ['ledger-outage'] },
  { id: 'consistency', method: 'get', path: ROUTES.consistency, summary: 'That one head of the ledger is a prefix of another', query: ConsistencyQueryDto, status: 200, answer: ConsistencyReplyDto, problems: ['ledger-outage'] },
  { id: 'cosign', method: 'post', path: ROUTES.cosignatures, summary: 'A witness signs a head', body: CosignatureDto, status: 201, answer: CosignatureReplyDto, problems: ['ledger-outage'] },
  { id: 'signIn', method: 'post', path: ROUTES.signIn, summary: 'A session for a signed assertion (RFC 7523 manner)', open: true, body: SignInDto, status: 201, answer: SignInReplyDto, problems: ['assertion-refused'] },
  { id: 'roster', method: 'get', path: ROUTES.rosters, summary: "An agency's roster, signed with its primary key", status: 200, answer: SignedRosterDto, problems: ['not-found'] },
  { id: 'teamKeyCopies', method: 'get', path: ROUTES.teamKeyCopy, summary: 'Wrapped copies of the team key that only the caller can open', status: 200, answer: { list: TeamKeyCopyDto }, problems: [] },
  { id: 'openCheck', method: 'post', path: ROUTES.checks, summary: 'Ask several agencies, each with its own sealed question and reasons', body: OpenCheckDto, status: 201, answer: PostedReplyDto, problems: JUDGED },
  { id: 'listChecks', method: 'get', path: ROUTES.checks, summary: "The caller's agency's checks, newest first", query: PageQueryDto, status: 200, answer: { page: CheckViewDto }, problems: [] },
  { id: 'readCheck', method: 'get', path: ROUTES.check, summary: 'A check: the whole for the agency that asks, its own part for one that was asked', status: 200, answer: CheckViewDto, problems: ['not-found'] },
  { id: 'askFurther', method: 'post', path: ROUTES.checkRequests, summary: 'Ask further agencies in an open check', body: AskFurtherDto, status: 201, answer: PostedReplyDto, problems: [...CHANGED, ...JUDGED] },
  { id: 'rateCheck', method: 'post', path: ROUTES.rating, summary: 'Rate a check anew; requests already sent keep their rating', body: RateCheckDto, status: 201, answer: CheckStandingDto, problems: CHANGED },
  { id: 'recordDecision', method: 'post', path: ROUTES.decision, summary: 'What was decided, sealed to the own team', body: RecordDecisionDto, status: 201, answer: CheckStandingDto, problems: [...CHANGED, ...SHARE] },
  { id: 'withdrawCheck', method: 'post', path: ROUTES.withdrawCheck, summary: 'Take a whole check back', body: WithdrawDto, status: 201, answer: CheckStandingDto, problems: CHANGED },
  { id: 'closeCheck', method: 'post', path: ROUTES.closure, summary: 'Close a decided check; what is unanswered expires', body: CloseCheckDto, status: 201, answer: CheckStandingDto, problems: CHANGED },
  { id: 'evidence', method: 'get', path: ROUTES.evidence, summary: "The caller's own evidence of a check; fetching it is recorded", query: EvidenceQueryDto, status: 200, answer: EvidencePackDto, problems: ['not-found', 'ledger-outage'] },
  { id: 'receipts', method: 'get', path: ROUTES.receipts, summary: 'Receipts of every record of a check that the caller is party to', status: 200, answer: ReceiptsReplyDto, problems: ['not-found', 'ledger-outage'] },
  { id: 'inbox', method: 'get', path: ROUTES.requests, summary: "Requests put to the caller's agency, newest first", query: InboxQueryDto, status: 200, answer: { page: RequestViewDto }, problems: [] },
  { id: 'readRequest', method: 'get', path: ROUTES.request, summary: 'A request as either party sees it', status: 200, answer: RequestViewDto, problems: ['not-found'] },
  { id: 'correctRequest', method: 'post', path: ROUTES.requestVersions, summary: 'Replace the question by a corrected one', body: CorrectRequestDto, status: 201, answer: JudgedReplyDto, problems: [...CHANGED, ...JUDGED] },
  { id: 'moveDueTime', method: 'post', path: ROUTES.dueTime, summary: 'Move the due time of a request that was sent; its agency is told', body: MoveDueTimeDto, status: 201, answer: RequestStandingDto, problems: CHANGED },
  { id: 'withdrawRequest', method: 'post', path: ROUTES.withdrawRequest, summary: 'Take one request back', body: WithdrawDto, status: 201, answer: RequestStandingDto, problems: CHANGED },
  { id: 'submitResponse', method: 'post', path: ROUTES.responses, summary: 'Answer, or say that more time is needed, or correct an answer', body: SubmitResponseDto, status: 201, answer: JudgedReplyDto, problems: [...CHANGED, ...JUDGED] },
  { id: 'tellOutcome', method: 'post', path: ROUTES.outcome, summary: 'Tell an asked agency what came of it', body: TellOutcomeDto, status: 201, answer: RequestStandingDto, problems: [...CHANGED, ...JUDGED] },
  { id: 'handOver', method: 'post', path: ROUTES.handOver, summary: 'Collect a sealed envelope; recorded before the first byte leaves', body: NothingDto, status: 201, answer: HandOverReplyDto, problems: [...CHANGED, 'ledger-outage'] },
  { id: 'recordOpening', method: 'post', path: ROUTES.openings, summary: 'Say that the content was verified and shown, or refused and at which step', body: OpeningDto, status: 204, answer: 'nothing', problems: CHANGED },
  { id: 'storeAttachment', method: 'put', path: ROUTES.attachment, summary: 'Upload the ciphertext of an attachment', body: 'bytes', status: 201, answer: StoredAttachmentDto, problems: ['id-outside-clock', 'id-taken', 'not-found'] },
  { id: 'handOverAttachment', method: 'post', path: ROUTES.attachmentHandOver, summary: 'Collect the ciphertext of an attachment; recorded before the first byte leaves', body: NothingDto, status: 200, answer: 'bytes', problems: [...CHANGED, 'ledger-outage'] },
  { id: 'keepRecordOnly', method: 'post', path: ROUTES.recordsOnly, summary: 'Record why something was not asked or not shared, sealed to the own team', body: RecordOnlyDto, status: 201, answer: RecordOnlyReplyDto, problems: JUDGED },
  { id: 'listOverrides', method: 'get', path: ROUTES.overrideReviews, summary: "The caller's agency's emergency overrides, newest first", query: OverridesQueryDto, status: 200, answer: { page: OverrideViewDto }, problems: [] },
  { id: 'reviewOverride', method: 'post', path: ROUTES.overrideReview, summary: 'A second person reviews an override and puts its record in order', body: OverrideReviewDto, status: 201, answer: RecordOnlyReplyDto, problems: ['not-found', 'wrong-state', 'not-allowed', ...JUDGED] },
  { id: 'catalogue', method: 'get', path: ROUTES.catalogue, summary: 'The catalogue of law in use, and which rows are law on a day', open: true, query: CatalogueQueryDto, status: 200, answer: CatalogueReplyDto, problems: [] },
  { id: 'catalogueVersion', method: 'get', path: ROUTES.catalogueVersion, summary: 'A version of the catalogue that shares were judged by, however old', open: true, query: CatalogueQueryDto, status: 200, answer: CatalogueReplyDto, problems: ['not-found'] },
  { id: 'questionPacks', method: 'get', path: ROUTES.questionPacks, summary: 'What each kind of agency is asked', status: 200, answer: QuestionPacksReplyDto, problems: [] },
  { id: 'deadlines', method: 'get', path: ROUTES.deadlines, summary: 'The policy and the calendar by which due times are reckoned', status: 200, answer: DeadlinesReplyDto, problems: [] },
  { id: 'agreements', method: 'get', path: ROUTES.agreements, summary: "Agreements that the caller's agency is party to, every version", status: 200, answer: AgreementsReplyDto, problems: [] },
  { id: 'agreement', method: 'get', path: ROUTES.agreement, summary: 'The versions of one agreement', status: 200, answer: AgreementsReplyDto, problems: ['not-found'] },
  { id: 'proposeAgreement', method: 'post', path: ROUTES.agreements, summary: 'A signatory puts a version of an agreement forward', body: ProposeAgreementDto, status: 201, answer: AgreementViewDto, problems: ['not-allowed', 'id-taken', 'version-changed', 'agreement-faulty'] },
  { id: 'approveAgreement', method: 'post', path: ROUTES.agreementApproval, summary: "Another party's signatory approves it; with that it is in use and never changes", body: ApproveAgreementDto, status: 201, answer: AgreementViewDto, problems: ['not-found', 'not-allowed', 'version-changed', 'wrong-state'] },
  { id: 'events', method: 'get', path: ROUTES.events, summary: 'Notices to the caller as server-sent events; Last-Event-ID goes on where it was', status: 200, answer: 'events', problems: [] },
];

/** Problems that an operation may give besides its own. */
export function problemsOf({ open, method, body, query, problems }: Operation): ProblemCode[] {
  return [...new Set<ProblemCode>([
    ...(open ? ['too-large' as const] : ['unauthenticated' as const]),
    ...(method === 'post' && !open ? ['idempotency-key-missing' as const, 'idempotency-key-reused' as const] : []),
    ...(body === undefined ? [] : ['unreadable-request' as const, 'unsupported-media-type' as const, 'too-large' as const]),
    ...((body !== undefined && body !== 'bytes') || query !== undefined ? ['invalid-request' as const] : []),
    ...problems, 'unavailable', 'internal',
  ])];
}
