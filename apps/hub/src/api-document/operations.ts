import { ROUTES } from '@lateral/contracts';
import type { ProblemCode } from '@lateral/contracts';
import { ACTS } from '@lateral/domain/access';
import type { Act } from '@lateral/domain/access';
import { AgreementsReplyDto, AgreementViewDto, ApproveAgreementDto, ProposeAgreementDto } from '../agreements/agreements.dto.js';
import { StoredAttachmentDto } from '../attachments/attachments.dto.js';
import { AskFurtherDto, CheckStandingDto, CheckViewDto, CloseCheckDto, DelegatedRequestViewDto, MoveDueTimeDto, OpenCheckDto, PostedReplyDto, RateCheckDto, RecordDecisionDto, RequestStandingDto, RequestViewDto, WithdrawDto } from '../checks/checks.dto.js';
import { EvidencePackDto } from '../checks/evidence.dto.js';
import { RecoveryKitDto } from '../custody/custody.dto.js';
import { SignedPartnershipDto, SignedRosterDto, TeamKeyCopyDto } from '../directory/directory.dto.js';
import { ExportDto } from '../exports/exports.dto.js';
import { CollectHeadingsDto, HandOverReplyDto, HeadingsReplyDto, OpeningDto, ReceiptsReplyDto } from '../envelopes/envelopes.dto.js';
import { HealthDto, ReadyDto } from '../health/health.dto.js';
import { NothingDto } from '../http/body.js';
import type { DtoClass } from '../http/json-schema.js';
import { CatalogueQueryDto, ChecksQueryDto, ConsistencyQueryDto, EvidenceQueryDto, InboxQueryDto, KeyLogQueryDto, OverridesQueryDto, PageQueryDto, PartnershipVersionsQueryDto, RosterVersionsQueryDto } from '../http/query.js';
import { InvitationDto, InvitationReplyDto, JoinerKeyDto, JoinerViewDto, RedemptionDto, RedemptionReplyDto } from '../joiners/joiners.dto.js';
import { KeyLogEntriesDto } from '../key-log/key-log.dto.js';
import { CatalogueReplyDto, DeadlinesReplyDto, QuestionPacksReplyDto } from '../law/law.dto.js';
import { LockedKeyDto, LockedKeyReplyDto } from '../locked-keys/locked-keys.dto.js';
import { ContactDto, ContactViewDto, OwnContactViewDto } from '../contacts/contacts.dto.js';
import { DraftDto, DraftReplyDto, DraftStandingDto, DraftViewDto } from '../drafts/drafts.dto.js';
import { MemberNameDto, MemberNameViewDto } from '../member-names/member-names.dto.js';
import { HolderDto, HolderReplyDto, RemindDto, ReminderReplyDto } from '../work/work.dto.js';
import { CheckpointReplyDto, ConsistencyReplyDto, CosignatureDto, CosignatureReplyDto } from '../log/log.dto.js';
import { CorrectRequestDto, JudgedReplyDto, OverrideReviewDto, OverrideViewDto, RecordOnlyDto, RecordOnlyReplyDto, SubmitResponseDto, TellOutcomeDto } from '../requests/requests.dto.js';
import { CallbackQueryDto, CodeSignInDto, KeyProofDto, KeyProofReplyDto, MeReplyDto, OneTimeCodeDto, OneTimeCodeReplyDto, SessionViewDto, SignInAgencyDto, StartQueryDto } from '../sign-in/people.dto.js';
import { CustodyCopyDto, RosterCosignatureDto, RosterProposalDto, RosterProposalViewDto, RosterStandingReplyDto } from '../rosters/rosters.dto.js';
import { EnrolPasskeyDto, PasskeyOptionsReplyDto, PasskeyViewDto } from '../passkeys/passkeys.dto.js';
import { GrantedStepUpReplyDto, PasskeyAssertionDto, ProviderStepUpReplyDto, StepUpDto, StepUpReplyDto } from '../step-up/step-up.dto.js';
import { SignInDto, SignInReplyDto } from '../sign-in/sign-in.dto.js';

/** What an operation answers with when it comes off. */
export type Answer = DtoClass | { page: DtoClass } | { list: DtoClass } | 'nothing' | 'events' | 'bytes' | 'document';

export interface Operation {
  id: string;
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  /** The row of the access table that says who may. */
  act: Act;
  /** A query under which it is another act. */
  widened?: { query: string; value: string; act: Act };
  summary: string;
  /** Anyone may ask. */
  open?: true;
  query?: DtoClass;
  body?: DtoClass | 'bytes' | 'logout-form';
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
  { id: 'health', method: 'get', path: ROUTES.health, act: 'read-what-is-open', summary: 'The process runs', open: true, status: 200, answer: HealthDto, problems: [] },
  { id: 'ready', method: 'get', path: ROUTES.ready, act: 'read-what-is-open', summary: 'The process can do its work (503 with the same body where it cannot)', open: true, status: 200, answer: ReadyDto, problems: [] },
  { id: 'openapi', method: 'get', path: ROUTES.openapi, act: 'read-what-is-open', summary: 'This document', open: true, status: 200, answer: 'document', problems: [] },
  { id: 'partnership', method: 'get', path: ROUTES.partnership, act: 'read-what-is-open', summary: 'The partnership file, signed by the offline root', open: true, status: 200, answer: SignedPartnershipDto, problems: ['unavailable'] },
  { id: 'partnershipVersions', method: 'get', path: ROUTES.partnershipVersions, act: 'read-what-is-open', summary: 'Partnership files from a version on, oldest first, at most 20: a root that follows another is announced in one', open: true, query: PartnershipVersionsQueryDto, status: 200, answer: { list: SignedPartnershipDto }, problems: [] },
  { id: 'checkpoint', method: 'get', path: ROUTES.checkpoint, act: 'read-what-is-open', summary: 'The newest signed head of the ledger', open: true, status: 200, answer: CheckpointReplyDto, problems: ['ledger-outage'] },
  { id: 'consistency', method: 'get', path: ROUTES.consistency, act: 'read-log', summary: 'That one head of the ledger is a prefix of another', query: ConsistencyQueryDto, status: 200, answer: ConsistencyReplyDto, problems: ['ledger-outage'] },
  { id: 'cosign', method: 'post', path: ROUTES.cosignatures, act: 'cosign-log', summary: 'A witness signs a head', body: CosignatureDto, status: 201, answer: CosignatureReplyDto, problems: ['ledger-outage'] },
  { id: 'signIn', method: 'post', path: ROUTES.signIn, act: 'sign-in', summary: 'A session for a signed assertion (RFC 7523 manner)', open: true, body: SignInDto, status: 201, answer: SignInReplyDto, problems: ['assertion-refused'] },
  { id: 'signInAgencies', method: 'get', path: ROUTES.signInAgencies, act: 'sign-in', summary: 'Agencies whose people can start here', open: true, status: 200, answer: { list: SignInAgencyDto }, problems: [] },
  { id: 'signInStart', method: 'get', path: ROUTES.signInStart, act: 'sign-in', summary: "Sends a browser to its agency's own provider; where that cannot be, to the landing page with a code in a cookie", open: true, query: StartQueryDto, status: 303, answer: 'nothing', problems: [] },
  { id: 'signInCallback', method: 'get', path: ROUTES.signInCallback, act: 'sign-in', summary: 'Where a provider sends the browser back to; ends on the landing page, signed in or with a code in a cookie', open: true, query: CallbackQueryDto, status: 303, answer: 'nothing', problems: [] },
  { id: 'signInCode', method: 'post', path: ROUTES.signInCode, act: 'sign-in', summary: "In with a custodian's one-time code, for red checks only, and for their content once the own key is proven; the session is in the cookie", open: true, body: CodeSignInDto, status: 204, answer: 'nothing', problems: ['code-refused', 'cross-site'] },
  { id: 'backChannelLogout', method: 'post', path: ROUTES.backChannelLogout, act: 'sign-in', summary: "A provider's own word that somebody has signed out there", open: true, body: 'logout-form', status: 200, answer: 'nothing', problems: [] },
  { id: 'signOut', method: 'post', path: ROUTES.signOut, act: 'end-own-session', summary: 'End this session', body: NothingDto, status: 204, answer: 'nothing', problems: [] },
  { id: 'me', method: 'get', path: ROUTES.me, act: 'see-own-session', summary: 'Who the hub thinks is asking', status: 200, answer: MeReplyDto, problems: [] },
  { id: 'listSessions', method: 'get', path: ROUTES.sessions, act: 'see-own-session', summary: "The caller's own sessions, newest first", status: 200, answer: { list: SessionViewDto }, problems: [] },
  { id: 'endOtherSessions', method: 'delete', path: ROUTES.sessions, act: 'end-own-session', summary: 'End all sessions of one\'s own but this one', status: 204, answer: 'nothing', problems: [] },
  { id: 'endSession', method: 'delete', path: ROUTES.session, act: 'end-own-session', summary: 'End one session of one\'s own', status: 204, answer: 'nothing', problems: ['not-found'] },
  { id: 'issueOneTimeCode', method: 'post', path: ROUTES.oneTimeCodes, act: 'issue-one-time-code', summary: 'Let in a colleague who cannot sign in; said once, good once, for 15 minutes', body: OneTimeCodeDto, status: 201, answer: OneTimeCodeReplyDto, problems: ['not-found', 'not-allowed'] },
  { id: 'beginKeyProof', method: 'post', path: ROUTES.keyProofs, act: 'prove-own-key', summary: 'Who came in with a one-time code asks for what to sign with their own key, before they reach content', body: NothingDto, status: 201, answer: KeyProofReplyDto, problems: ['not-allowed'] },
  { id: 'proveKey', method: 'post', path: ROUTES.keyProofSignature, act: 'prove-own-key', summary: 'The signature; once, and the session goes on under a new cookie', body: KeyProofDto, status: 204, answer: 'nothing', problems: ['not-allowed', 'key-proof-refused'] },
  { id: 'beginStepUp', method: 'post', path: ROUTES.stepUps, act: 'step-up', summary: 'Ask to show again that it is oneself, for one kind of act on these objects', body: StepUpDto, status: 201, answer: StepUpReplyDto, problems: ['not-allowed'] },
  { id: 'stepUpByPasskey', method: 'post', path: ROUTES.stepUpPasskey, act: 'step-up', summary: "A passkey's answer; the session goes on under a new cookie", body: PasskeyAssertionDto, status: 201, answer: GrantedStepUpReplyDto, problems: ['not-found', 'not-allowed', 'passkey-refused'] },
  { id: 'stepUpByProvider', method: 'post', path: ROUTES.stepUpProvider, act: 'step-up', summary: 'Where to sign in afresh instead, where agency policy allows it', body: NothingDto, status: 201, answer: ProviderStepUpReplyDto, problems: ['not-found', 'not-allowed'] },
  { id: 'passkeyOptions', method: 'post', path: ROUTES.passkeyOptions, act: 'enrol-passkey', summary: 'What a browser needs to make a passkey', body: NothingDto, status: 201, answer: PasskeyOptionsReplyDto, problems: ['not-allowed', 'passkey-refused'] },
  { id: 'enrolPasskey', method: 'post', path: ROUTES.passkeys, act: 'enrol-passkey', summary: 'Enrol a passkey: the first soon after signing in at the provider, others with a step-up', body: EnrolPasskeyDto, status: 201, answer: PasskeyViewDto, problems: ['not-allowed', 'passkey-refused'] },
  { id: 'listPasskeys', method: 'get', path: ROUTES.passkeys, act: 'see-own-passkeys', summary: "The caller's own passkeys, oldest first", status: 200, answer: { list: PasskeyViewDto }, problems: [] },
  { id: 'disablePasskey', method: 'delete', path: ROUTES.passkey, act: 'disable-passkey', summary: 'Disable a passkey of one\'s own', status: 204, answer: 'nothing', problems: ['not-found', 'not-allowed'] },
  { id: 'roster', method: 'get', path: ROUTES.rosters, act: 'read-roster', summary: "An agency's roster, signed with its primary key", status: 200, answer: SignedRosterDto, problems: ['not-found'] },
  { id: 'teamKeyCopies', method: 'get', path: ROUTES.teamKeyCopy, act: 'read-own-keys', summary: 'Wrapped copies of the team key that only the caller can open', status: 200, answer: { list: TeamKeyCopyDto }, problems: [] },
  { id: 'openCheck', method: 'post', path: ROUTES.checks, act: 'open-check', summary: 'Ask several agencies, each with its own sealed question and reasons', body: OpenCheckDto, status: 201, answer: PostedReplyDto, problems: JUDGED },
  { id: 'listChecks', method: 'get', path: ROUTES.checks, act: 'read-check', summary: "The caller's agency's checks, newest first; one state, or what the caller or nobody has", query: ChecksQueryDto, status: 200, answer: { page: CheckViewDto }, problems: [] },
  { id: 'readCheck', method: 'get', path: ROUTES.check, act: 'read-check', summary: 'A check: the whole for the agency that asks, its own part for one that was asked', status: 200, answer: CheckViewDto, problems: ['not-found'] },
  { id: 'askFurther', method: 'post', path: ROUTES.checkRequests, act: 'ask-further', summary: 'Ask further agencies in an open check', body: AskFurtherDto, status: 201, answer: PostedReplyDto, problems: [...CHANGED, ...JUDGED] },
  { id: 'rateCheck', method: 'post', path: ROUTES.rating, act: 'rate-check', summary: 'Rate a check anew; requests already sent keep their rating', body: RateCheckDto, status: 201, answer: CheckStandingDto, problems: CHANGED },
  { id: 'recordDecision', method: 'post', path: ROUTES.decision, act: 'record-decision', summary: 'What was decided, sealed to the own team', body: RecordDecisionDto, status: 201, answer: CheckStandingDto, problems: [...CHANGED, ...SHARE, 'unknown-code', 'catalogue-not-current'] },
  { id: 'withdrawCheck', method: 'post', path: ROUTES.withdrawCheck, act: 'withdraw', summary: 'Take a whole check back', body: WithdrawDto, status: 201, answer: CheckStandingDto, problems: CHANGED },
  { id: 'closeCheck', method: 'post', path: ROUTES.closure, act: 'close-check', summary: 'Close a decided check; what is unanswered expires', body: CloseCheckDto, status: 201, answer: CheckStandingDto, problems: CHANGED },
  { id: 'evidence', method: 'get', path: ROUTES.evidence, act: 'read-evidence', widened: { query: 'content', value: 'true', act: 'take-sealed-evidence' }, summary: "The caller's own evidence of a check; fetching it is recorded", query: EvidenceQueryDto, status: 200, answer: EvidencePackDto, problems: ['not-found', 'limit-reached', 'erased', 'ledger-outage'] },
  { id: 'receipts', method: 'get', path: ROUTES.receipts, act: 'read-receipts', summary: 'Receipts of every record of a check that the caller is party to', status: 200, answer: ReceiptsReplyDto, problems: ['not-found', 'ledger-outage'] },
  { id: 'recordExport', method: 'post', path: ROUTES.exports, act: 'record-export', summary: 'Say that opened content of a check is printed, copied or saved', body: ExportDto, status: 204, answer: 'nothing', problems: ['not-found'] },
  { id: 'inbox', method: 'get', path: ROUTES.requests, act: 'read-check', summary: "Requests put to the caller's agency, newest first", query: InboxQueryDto, status: 200, answer: { page: RequestViewDto }, problems: [] },
  { id: 'delegatedRequests', method: 'get', path: ROUTES.delegatedRequests, act: 'read-check', summary: "Questions put to other agencies for which the caller's agency reads, while their answer is awaited; newest first", query: PageQueryDto, status: 200, answer: { page: DelegatedRequestViewDto }, problems: [] },
  { id: 'readRequest', method: 'get', path: ROUTES.request, act: 'read-check', summary: 'A request as either party sees it', status: 200, answer: RequestViewDto, problems: ['not-found'] },
  { id: 'correctRequest', method: 'post', path: ROUTES.requestVersions, act: 'correct-request', summary: 'Replace the question by a corrected one', body: CorrectRequestDto, status: 201, answer: JudgedReplyDto, problems: [...CHANGED, 'limit-reached', ...JUDGED] },
  { id: 'moveDueTime', method: 'post', path: ROUTES.dueTime, act: 'move-due-time', summary: 'Move the due time of a request that was sent; its agency is told', body: MoveDueTimeDto, status: 201, answer: RequestStandingDto, problems: [...CHANGED, 'limit-reached'] },
  { id: 'withdrawRequest', method: 'post', path: ROUTES.withdrawRequest, act: 'withdraw', summary: 'Take one request back', body: WithdrawDto, status: 201, answer: RequestStandingDto, problems: CHANGED },
  { id: 'submitResponse', method: 'post', path: ROUTES.responses, act: 'answer-request', summary: 'Answer, or say that more time is needed, or correct an answer', body: SubmitResponseDto, status: 201, answer: JudgedReplyDto, problems: [...CHANGED, 'limit-reached', 'not-allowed', 'erased', ...JUDGED] },
  { id: 'tellOutcome', method: 'post', path: ROUTES.outcome, act: 'tell-outcome', summary: 'Tell an asked agency what came of it', body: TellOutcomeDto, status: 201, answer: RequestStandingDto, problems: [...CHANGED, 'limit-reached', ...JUDGED] },
  { id: 'giveCheck', method: 'put', path: ROUTES.checkHolder, act: 'take-work', summary: 'Take a check of the own agency, put it back or, as team manager, give it', body: HolderDto, status: 200, answer: HolderReplyDto, problems: ['not-found', 'not-allowed', 'holder-changed'] },
  { id: 'giveRequest', method: 'put', path: ROUTES.requestHolder, act: 'take-work', summary: 'Take a request that was put to the own agency, put it back or, as team manager, give it', body: HolderDto, status: 200, answer: HolderReplyDto, problems: ['not-found', 'not-allowed', 'holder-changed'] },
  { id: 'remind', method: 'post', path: ROUTES.reminders, act: 'remind', summary: 'Remind the asked agency, or put an overdue request to its managers; once an hour each', body: RemindDto, status: 201, answer: ReminderReplyDto, problems: ['not-found', 'wrong-state', 'not-allowed'] },
  { id: 'listDrafts', method: 'get', path: ROUTES.drafts, act: 'keep-draft', summary: "The caller's own drafts, and answers that wait for the caller to release them; newest first", status: 200, answer: { list: DraftViewDto }, problems: [] },
  { id: 'readDraft', method: 'get', path: ROUTES.draft, act: 'keep-draft', summary: 'A draft as its writer sealed it', status: 200, answer: DraftReplyDto, problems: ['not-found'] },
  { id: 'keepDraft', method: 'put', path: ROUTES.draft, act: 'keep-draft', summary: 'A new draft, its next version, or a word to or from the approver; at most 50 a member', body: DraftDto, status: 200, answer: DraftStandingDto, problems: ['not-found', 'id-outside-clock', 'id-taken', 'version-changed', 'limit-reached'] },
  { id: 'deleteDraft', method: 'delete', path: ROUTES.draft, act: 'keep-draft', summary: 'Throw a draft away, or one that was released', status: 204, answer: 'nothing', problems: ['not-found', 'version-changed'] },
  { id: 'contacts', method: 'get', path: ROUTES.contacts, act: 'read-contacts', summary: 'How every agency of the partnership can be spoken to, and when', status: 200, answer: { list: ContactViewDto }, problems: [] },
  { id: 'ownContact', method: 'get', path: ROUTES.contact, act: 'read-own-contact', summary: 'The same of the own agency, with its mailboxes', status: 200, answer: OwnContactViewDto, problems: ['not-found'] },
  { id: 'changeContact', method: 'put', path: ROUTES.contact, act: 'change-contact', summary: 'Say how the own agency can be spoken to, and where its notices go', body: ContactDto, status: 200, answer: OwnContactViewDto, problems: ['not-found', 'version-changed'] },
  { id: 'nameOneself', method: 'put', path: ROUTES.ownName, act: 'name-oneself', summary: 'Store how one is called, sealed to the own team', body: MemberNameDto, status: 204, answer: 'nothing', problems: [] },
  { id: 'memberNames', method: 'get', path: ROUTES.memberNames, act: 'read-names', summary: 'How the members of the own agency are called, sealed to its team', status: 200, answer: { list: MemberNameViewDto }, problems: [] },
  { id: 'recuseFromCheck', method: 'post', path: ROUTES.recuseFromCheck, act: 'recuse', summary: 'I know someone in this: to the caller, from now on, there is no such check', body: NothingDto, status: 204, answer: 'nothing', problems: ['not-found'] },
  { id: 'recuseFromRequest', method: 'post', path: ROUTES.recuseFromRequest, act: 'recuse', summary: 'I know someone in this: to the caller, from now on, there is no such check', body: NothingDto, status: 204, answer: 'nothing', problems: ['not-found'] },
  { id: 'handOver', method: 'post', path: ROUTES.handOver, act: 'collect-envelope', summary: 'Collect a sealed envelope; recorded before the first byte leaves', body: NothingDto, status: 201, answer: HandOverReplyDto, problems: [...CHANGED, 'erased', 'ledger-outage'] },
  { id: 'collectHeadings', method: 'post', path: ROUTES.headings, act: 'collect-envelope', summary: "Collect the sealed lines that say whom the own agency's questions are about; each is recorded before it leaves, and what is not there is left out", body: CollectHeadingsDto, status: 201, answer: HeadingsReplyDto, problems: ['ledger-outage'] },
  { id: 'recordOpening', method: 'post', path: ROUTES.openings, act: 'record-opening', summary: 'Say that the content was verified and shown, or refused and at which step', body: OpeningDto, status: 204, answer: 'nothing', problems: CHANGED },
  { id: 'storeAttachment', method: 'put', path: ROUTES.attachment, act: 'store-attachment', summary: 'Upload the ciphertext of an attachment', body: 'bytes', status: 201, answer: StoredAttachmentDto, problems: ['id-outside-clock', 'id-taken', 'not-found'] },
  { id: 'handOverAttachment', method: 'post', path: ROUTES.attachmentHandOver, act: 'collect-envelope', summary: 'Collect the ciphertext of an attachment; recorded before the first byte leaves', body: NothingDto, status: 200, answer: 'bytes', problems: [...CHANGED, 'erased', 'ledger-outage'] },
  { id: 'keepRecordOnly', method: 'post', path: ROUTES.recordsOnly, act: 'keep-record', summary: 'Record why something was not asked or not shared, sealed to the own team', body: RecordOnlyDto, status: 201, answer: RecordOnlyReplyDto, problems: ['limit-reached', ...JUDGED] },
  { id: 'listOverrides', method: 'get', path: ROUTES.overrideReviews, act: 'list-overrides', summary: "The caller's agency's emergency overrides, newest first", query: OverridesQueryDto, status: 200, answer: { page: OverrideViewDto }, problems: [] },
  { id: 'reviewOverride', method: 'post', path: ROUTES.overrideReview, act: 'review-override', summary: 'A second person reviews an override and puts its record in order', body: OverrideReviewDto, status: 201, answer: RecordOnlyReplyDto, problems: ['not-found', 'wrong-state', 'not-allowed', ...JUDGED] },
  { id: 'catalogue', method: 'get', path: ROUTES.catalogue, act: 'read-what-is-open', summary: 'The catalogue of law in use, and which rows are law on a day', open: true, query: CatalogueQueryDto, status: 200, answer: CatalogueReplyDto, problems: [] },
  { id: 'catalogueVersion', method: 'get', path: ROUTES.catalogueVersion, act: 'read-what-is-open', summary: 'A version of the catalogue that shares were judged by, however old', open: true, query: CatalogueQueryDto, status: 200, answer: CatalogueReplyDto, problems: ['not-found'] },
  { id: 'questionPacks', method: 'get', path: ROUTES.questionPacks, act: 'read-rules', summary: 'What each kind of agency is asked', status: 200, answer: QuestionPacksReplyDto, problems: [] },
  { id: 'deadlines', method: 'get', path: ROUTES.deadlines, act: 'read-rules', summary: 'The policy and the calendar by which due times are reckoned', status: 200, answer: DeadlinesReplyDto, problems: [] },
  { id: 'agreements', method: 'get', path: ROUTES.agreements, act: 'read-agreements', summary: "Agreements that the caller's agency is party to, every version", query: PageQueryDto, status: 200, answer: AgreementsReplyDto, problems: [] },
  { id: 'agreement', method: 'get', path: ROUTES.agreement, act: 'read-agreements', summary: 'The versions of one agreement, newest first', query: PageQueryDto, status: 200, answer: AgreementsReplyDto, problems: ['not-found'] },
  { id: 'proposeAgreement', method: 'post', path: ROUTES.agreements, act: 'propose-agreement', summary: 'A signatory puts a version of an agreement forward', body: ProposeAgreementDto, status: 201, answer: AgreementViewDto, problems: ['not-found', 'not-allowed', 'version-changed', 'agreement-faulty'] },
  { id: 'approveAgreement', method: 'post', path: ROUTES.agreementApproval, act: 'approve-agreement', summary: "Another party's signatory approves it; with that it is in use and never changes", body: ApproveAgreementDto, status: 201, answer: AgreementViewDto, problems: ['not-found', 'not-allowed', 'version-changed', 'wrong-state'] },
  { id: 'invite', method: 'post', path: ROUTES.invitations, act: 'invite-member', summary: 'Invite somebody; the code is said once, and a repetition is said another', body: InvitationDto, status: 201, answer: InvitationReplyDto, problems: ['id-taken', 'not-allowed'] },
  { id: 'redeemInvitation', method: 'post', path: ROUTES.redemption, act: 'redeem-invitation', summary: 'Spend an invitation, as somebody who belongs to no roster yet', body: RedemptionDto, status: 201, answer: RedemptionReplyDto, problems: ['code-refused', 'not-allowed'] },
  { id: 'joiners', method: 'get', path: ROUTES.joiners, act: 'see-joiners', summary: 'Who was invited and is in no roster yet, with the key they brought', status: 200, answer: { list: JoinerViewDto }, problems: [] },
  { id: 'bringKey', method: 'put', path: ROUTES.joinerKey, act: 'bring-key', summary: 'Bring the public key that custodians are to compare and sign', body: JoinerKeyDto, status: 204, answer: 'nothing', problems: ['not-found'] },
  { id: 'startAgain', method: 'post', path: ROUTES.startAgain, act: 'let-start-again', summary: 'End every way in of a member who lost theirs', body: NothingDto, status: 204, answer: 'nothing', problems: ['not-found', 'not-allowed'] },
  { id: 'lockedKey', method: 'get', path: ROUTES.lockedKey, act: 'read-own-keys', summary: 'The own personal key, locked', status: 200, answer: LockedKeyDto, problems: ['not-found'] },
  { id: 'lockKey', method: 'put', path: ROUTES.lockedKey, act: 'lock-own-key', summary: 'Store the own personal key, locked, or other ways to unlock it', body: LockedKeyDto, status: 200, answer: LockedKeyReplyDto, problems: ['version-changed'] },
  { id: 'custodyCopy', method: 'get', path: ROUTES.custodyCopy, act: 'read-custody-copy', summary: "The agency's key, locked for the caller", status: 200, answer: CustodyCopyDto, problems: ['not-found'] },
  { id: 'storeRecoveryKit', method: 'put', path: ROUTES.recoveryKit, act: 'store-recovery-kit', summary: "Store the agency's key, locked under paper shares", body: RecoveryKitDto, status: 204, answer: 'nothing', problems: ['erased'] },
  { id: 'recoveryKit', method: 'get', path: ROUTES.recoveryKit, act: 'read-recovery-kit', summary: 'The recovery kit; fetching it is recorded', status: 200, answer: RecoveryKitDto, problems: ['not-found'] },
  { id: 'rosterVersions', method: 'get', path: ROUTES.rosterVersions, act: 'read-roster', summary: "An agency's rosters from a version on, oldest first, at most 100", query: RosterVersionsQueryDto, status: 200, answer: { list: SignedRosterDto }, problems: [] },
  { id: 'rosterProposal', method: 'get', path: ROUTES.rosterProposals, act: 'see-roster-proposals', summary: 'The next roster while it waits for its second custodian', status: 200, answer: RosterProposalViewDto, problems: ['not-found'] },
  { id: 'proposeRoster', method: 'post', path: ROUTES.rosterProposals, act: 'propose-roster', summary: 'Put the next roster forward, signed by one custodian or by two', body: RosterProposalDto, status: 201, answer: RosterStandingReplyDto, problems: ['not-found', 'roster-refused', 'version-changed'] },
  { id: 'cosignRoster', method: 'post', path: ROUTES.rosterCosignature, act: 'cosign-roster', summary: "The second custodian's signature; with it the roster is in force", body: RosterCosignatureDto, status: 201, answer: RosterStandingReplyDto, problems: ['not-found', 'not-allowed', 'roster-refused', 'version-changed'] },
  { id: 'keyLogEntries', method: 'get', path: ROUTES.keyLogEntries, act: 'read-log', summary: 'Facts about keys in the order of the key log, from a position on', query: KeyLogQueryDto, status: 200, answer: KeyLogEntriesDto, problems: ['ledger-outage'] },
  { id: 'keyLogCheckpoint', method: 'get', path: ROUTES.keyLogCheckpoint, act: 'read-what-is-open', summary: 'The newest signed head of the key log', open: true, status: 200, answer: CheckpointReplyDto, problems: ['ledger-outage'] },
  { id: 'keyLogConsistency', method: 'get', path: ROUTES.keyLogConsistency, act: 'read-log', summary: 'That one head of the key log is a prefix of another', query: ConsistencyQueryDto, status: 200, answer: ConsistencyReplyDto, problems: ['ledger-outage'] },
  { id: 'events', method: 'get', path: ROUTES.events, act: 'hear-notices', summary: 'Notices to the caller as server-sent events; Last-Event-ID goes on where it was', status: 200, answer: 'events', problems: [] },
];

/** Problems that an operation may give besides its own. */
export function problemsOf({ open, act, method, body, query, problems }: Operation): ProblemCode[] {
  return [...new Set<ProblemCode>([
    ...(open ? ['too-large' as const] : ['unauthenticated' as const, 'role-not-allowed' as const]),
    ...(ACTS[act].keyProof ? ['key-proof-needed' as const] : []),
    ...(ACTS[act].stepUp === null ? [] : ['step-up-needed' as const]),
    ...(method === 'post' && !open ? ['idempotency-key-missing' as const, 'idempotency-key-reused' as const] : []),
    ...(body === undefined ? [] : ['unreadable-request' as const, 'unsupported-media-type' as const, 'too-large' as const]),
    ...(open && act !== 'sign-in' ? [] : ['too-many-requests' as const]),
    ...(open || method === 'get' ? [] : ['cross-site' as const]),
    ...((body !== undefined && body !== 'bytes' && body !== 'logout-form') || query !== undefined ? ['invalid-request' as const] : []),
    ...problems, 'unavailable', 'internal',
  ])];
}
