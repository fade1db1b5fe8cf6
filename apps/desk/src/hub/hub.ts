import {
  everyVersion, MOST_FILES_AT_ONCE, MOST_ROSTERS_AT_ONCE, ROUTES, type AgreementsReply, type AgreementView, type ApproveAgreementBody, type AskFurtherBody, type CatalogueReply, type ChecksQuery, type CheckStanding, type CheckView, type CloseCheckBody, type CodeSignInBody, type ContactBody,
  type ContactView, type CorrectRequestBody, type CustodyCopy, type DeadlinesReply, type DelegatedRequestView, type DraftBody, type DraftReply, type DraftStanding, type DraftView, type EnrolPasskeyBody, type ExportBody, type GrantedStepUpReply,
  type HandOverReply, type HeadingsReply, type HolderBody, type HolderReply, type InvitationBody, type InvitationReply, type JoinerKeyBody, type JoinerView, type JudgedReply, type KeyFact, type KeyLogEntries, type KeyProofReply, type LockedKey,
  type MemberNameView, type MeReply, type MoveDueTimeBody, type OneTimeCodeReply, type OpenCheckBody, type OpeningBody, type OverrideReviewBody, type OverrideView, type OwnContactView, type Page,
  type PartnershipFile, type PasskeyAssertionBody, type PasskeyOptionsReply, type PasskeyView, type PostedReply, type ProviderStepUpReply, type QuestionPacksReply, type RateCheckBody, type ReceiptsReply, type RecordDecisionBody, type RecoveryKit,
  type RecordOnlyBody, type RecordOnlyReply, type ReminderLevel, type ReminderReply, type RequestStanding, type RequestsQuery, type RequestView, type Roster, type RosterProposalBody, type RosterProposalView,
  type RosterStandingReply, type SessionView, type SignedDocument, type SignInAgency, type StepUpReply, type SubmitResponseBody, type TeamKeyCopy, type TellOutcomeBody, type WithdrawBody,
} from '@lateral/contracts';
import type { StepUpAction } from '@lateral/domain/access';
import { systemTimers, type Timers } from '../clock.js';
import { at, HubWire, nullOn, type HubHearer, type WriteKey } from './hub-wire.js';

export { HubProblem, isClearNo, type WriteKey } from './hub-wire.js';

interface Paging { limit?: number; after?: string }

/**
 * The hub as the desk uses it. Bodies are what the caller made. Whoever may have to try a write again takes a key with `newKey()`, keeps
 * it with the bytes, and gives both again: it is then one act, whatever came of the first try. Rejects with a HubProblem.
 */
export class Hub {
  private readonly wire: HubWire;

  constructor(fetch: typeof globalThis.fetch, random: (length: number) => Uint8Array, hearer: HubHearer = {}, timers: Timers = systemTimers) {
    this.wire = new HubWire(fetch, random, hearer, timers);
  }

  newKey = (): WriteKey => this.wire.newKey();
  health = (): Promise<unknown> => this.wire.read(ROUTES.health);
  events = (after: string | null, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> => this.wire.stream(ROUTES.events, after, signal);

  /** null where nobody is signed in. */
  me = (): Promise<MeReply | null> => this.wire.readWhoever<MeReply>(ROUTES.me).catch(nullOn(401));
  /** Says that somebody who is signed in is there. */
  touch = (): Promise<unknown> => this.wire.read(ROUTES.me);
  agencies = (): Promise<SignInAgency[]> => this.wire.read(ROUTES.signInAgencies);
  sessions = (): Promise<SessionView[]> => this.wire.read(ROUTES.sessions);
  endSession = (session: string): Promise<null> => this.wire.send('DELETE', at(ROUTES.session, { session }));
  endOthers = (): Promise<null> => this.wire.send('DELETE', ROUTES.sessions);
  signOut = (): Promise<null> => this.wire.send('POST', ROUTES.signOut, {});
  /** In with a custodian's code: the cookie comes with the answer. */
  signInByCode = ({ agency, member, code }: CodeSignInBody): Promise<null> => this.wire.send('POST', ROUTES.signInCode, { agency, member, code });
  beginKeyProof = (): Promise<KeyProofReply> => this.wire.send('POST', ROUTES.keyProofs, {});
  proveKey = (signature: string): Promise<null> => this.wire.sendChanging('POST', ROUTES.keyProofSignature, { signature });
  redeem = (code: string): Promise<{ member: string }> => this.wire.send('POST', ROUTES.redemption, { code });

  passkeyOptions = (): Promise<PasskeyOptionsReply> => this.wire.send('POST', ROUTES.passkeyOptions, {});
  enrolPasskey = ({ credential, clientData, attestation, transports }: EnrolPasskeyBody): Promise<PasskeyView> => this.wire.send('POST', ROUTES.passkeys, { credential, clientData, attestation, transports });
  passkeys = (): Promise<PasskeyView[]> => this.wire.read(ROUTES.passkeys);
  disablePasskey = (passkey: string): Promise<null> => this.wire.send('DELETE', at(ROUTES.passkey, { passkey }));
  beginStepUp = (action: StepUpAction, objects: string[]): Promise<StepUpReply> => this.wire.send('POST', ROUTES.stepUps, { action, objects });
  // Member by member: what else an authenticator says must not be sent.
  answerStepUp = (stepUp: string, { credential, clientData, authenticatorData, signature, userHandle }: PasskeyAssertionBody): Promise<GrantedStepUpReply> =>
    this.wire.sendChanging('POST', at(ROUTES.stepUpPasskey, { stepUp }), { credential, clientData, authenticatorData, signature, userHandle });

  stepUpAtProvider = (stepUp: string): Promise<ProviderStepUpReply> => this.wire.send('POST', at(ROUTES.stepUpProvider, { stepUp }), {});

  lockedKey = (): Promise<LockedKey | null> => this.wire.read<LockedKey>(ROUTES.lockedKey).catch(nullOn(404));
  lockKey = (locked: LockedKey): Promise<{ version: number }> => this.wire.send('PUT', ROUTES.lockedKey, locked);
  bringKey = ({ key, fingerprint }: JoinerKeyBody): Promise<null> => this.wire.send('PUT', ROUTES.joinerKey, { key, fingerprint });

  partnership = (): Promise<SignedDocument<PartnershipFile>> => this.wire.read(ROUTES.partnership);
  teamCopies = (): Promise<TeamKeyCopy[]> => this.wire.read(ROUTES.teamKeyCopy);
  /** null where the caller keeps none. */
  custodyCopy = (): Promise<CustodyCopy | null> => this.wire.read<CustodyCopy>(ROUTES.custodyCopy).catch(nullOn(404));
  roster = (agency: string): Promise<SignedDocument<Roster>> => this.wire.read(at(ROUTES.rosters, { agency }));
  invite = ({ id, member, roles }: InvitationBody, key?: WriteKey): Promise<InvitationReply> => this.wire.send('POST', ROUTES.invitations, { id, member, roles }, key);
  joiners = (): Promise<JoinerView[]> => this.wire.read(ROUTES.joiners);
  startAgain = (member: string): Promise<null> => this.wire.send('POST', at(ROUTES.startAgain, { member }), {});
  oneTimeCode = (member: string): Promise<OneTimeCodeReply> => this.wire.send('POST', ROUTES.oneTimeCodes, { member });
  /** null where none waits. */
  rosterProposal = (): Promise<RosterProposalView | null> => this.wire.read<RosterProposalView>(ROUTES.rosterProposals).catch(nullOn(404));
  proposeRoster = (proposal: RosterProposalBody, key?: WriteKey): Promise<RosterStandingReply> => this.wire.send('POST', ROUTES.rosterProposals, proposal, key);
  cosignRoster = (version: number, signature: string, key?: WriteKey): Promise<RosterStandingReply> => this.wire.send('POST', at(ROUTES.rosterCosignature, { version: String(version) }), { signature }, key);
  /** null where the agency keeps none here. */
  recoveryKit = (): Promise<RecoveryKit | null> => this.wire.read<RecoveryKit>(ROUTES.recoveryKit).catch(nullOn(404));
  putRecoveryKit = (kit: RecoveryKit, key?: WriteKey): Promise<null> => this.wire.send('PUT', ROUTES.recoveryKit, kit, key);
  contacts = (): Promise<ContactView[]> => this.wire.read(ROUTES.contacts);
  ownContact = (agency: string): Promise<OwnContactView> => this.wire.read(at(ROUTES.contact, { agency }));
  putContact = (agency: string, body: ContactBody, key?: WriteKey): Promise<OwnContactView> => this.wire.send('PUT', at(ROUTES.contact, { agency }), body, key);
  memberNames = (): Promise<MemberNameView[]> => this.wire.read(ROUTES.memberNames);
  putOwnName = (sealed: string, key?: WriteKey): Promise<unknown> => this.wire.send('PUT', ROUTES.ownName, { sealed }, key);

  drafts = (): Promise<DraftView[]> => this.wire.read(ROUTES.drafts);
  /** null where there is none (any more). */
  draft = (draft: string): Promise<DraftReply | null> => this.wire.read<DraftReply>(at(ROUTES.draft, { draft })).catch(nullOn(404));
  putDraft = (draft: string, body: DraftBody, key?: WriteKey): Promise<DraftStanding> => this.wire.send('PUT', at(ROUTES.draft, { draft }), body, key);
  deleteDraft = (draft: string, key?: WriteKey): Promise<null> => this.wire.send<null>('DELETE', at(ROUTES.draft, { draft }), undefined, key).catch(nullOn(404));

  checks = (query: ChecksQuery & Paging = {}): Promise<Page<CheckView>> => this.wire.read(at(ROUTES.checks, {}, { ...query }));
  check = (reference: string): Promise<CheckView> => this.wire.read(at(ROUTES.check, { reference }));
  openCheck = (body: OpenCheckBody, key?: WriteKey): Promise<PostedReply> => this.wire.send('POST', ROUTES.checks, body, key);
  askFurther = (reference: string, body: AskFurtherBody, key?: WriteKey): Promise<PostedReply> => this.wire.send('POST', at(ROUTES.checkRequests, { reference }), body, key);
  rateCheck = (reference: string, body: RateCheckBody, key?: WriteKey): Promise<CheckStanding> => this.wire.send('POST', at(ROUTES.rating, { reference }), body, key);
  recordDecision = (reference: string, body: RecordDecisionBody, key?: WriteKey): Promise<CheckStanding> => this.wire.send('POST', at(ROUTES.decision, { reference }), body, key);
  withdrawCheck = (reference: string, body: WithdrawBody, key?: WriteKey): Promise<CheckStanding> => this.wire.send('POST', at(ROUTES.withdrawCheck, { reference }), body, key);
  closeCheck = (reference: string, body: CloseCheckBody, key?: WriteKey): Promise<CheckStanding> => this.wire.send('POST', at(ROUTES.closure, { reference }), body, key);
  holdCheck = (reference: string, { from, to }: HolderBody, key?: WriteKey): Promise<HolderReply> => this.wire.send('PUT', at(ROUTES.checkHolder, { reference }), { from, to }, key);
  recuseFromCheck = (reference: string, key?: WriteKey): Promise<null> => this.wire.send('POST', at(ROUTES.recuseFromCheck, { reference }), {}, key);
  /** The own evidence of a check, as the hub gives it; with `content`, what was sealed too. */
  evidence = (reference: string, content = false): Promise<unknown> => this.wire.read(at(ROUTES.evidence, { reference }, { content: content ? 'true' : undefined }));
  recordExport = (reference: string, { form, messages, restricted }: ExportBody, key?: WriteKey): Promise<null> => this.wire.send('POST', at(ROUTES.exports, { reference }), { form, messages, restricted }, key);
  receipts = (reference: string): Promise<ReceiptsReply> => this.wire.read(at(ROUTES.receipts, { reference }));

  inbox = (query: RequestsQuery & Paging = {}): Promise<Page<RequestView>> => this.wire.read(at(ROUTES.requests, {}, { ...query }));
  delegated = (query: Paging = {}): Promise<Page<DelegatedRequestView>> => this.wire.read(at(ROUTES.delegatedRequests, {}, { ...query }));
  request = (request: string): Promise<RequestView> => this.wire.read(at(ROUTES.request, { request }));
  correctRequest = (request: string, body: CorrectRequestBody, key?: WriteKey): Promise<JudgedReply> => this.wire.send('POST', at(ROUTES.requestVersions, { request }), body, key);
  moveDueTime = (request: string, body: MoveDueTimeBody, key?: WriteKey): Promise<RequestStanding> => this.wire.send('POST', at(ROUTES.dueTime, { request }), body, key);
  withdrawRequest = (request: string, body: WithdrawBody, key?: WriteKey): Promise<RequestStanding> => this.wire.send('POST', at(ROUTES.withdrawRequest, { request }), body, key);
  respond = (request: string, body: SubmitResponseBody, key?: WriteKey): Promise<JudgedReply> => this.wire.send('POST', at(ROUTES.responses, { request }), body, key);
  tellOutcome = (request: string, body: TellOutcomeBody, key?: WriteKey): Promise<RequestStanding> => this.wire.send('POST', at(ROUTES.outcome, { request }), body, key);
  holdRequest = (request: string, { from, to }: HolderBody, key?: WriteKey): Promise<HolderReply> => this.wire.send('PUT', at(ROUTES.requestHolder, { request }), { from, to }, key);
  remind = (request: string, level: ReminderLevel, key?: WriteKey): Promise<ReminderReply> => this.wire.send('POST', at(ROUTES.reminders, { request }), { level }, key);
  recuseFromRequest = (request: string, key?: WriteKey): Promise<null> => this.wire.send('POST', at(ROUTES.recuseFromRequest, { request }), {}, key);

  handOver = (envelope: string): Promise<HandOverReply> => this.wire.send('POST', at(ROUTES.handOver, { envelope }), {});
  headings = (envelopes: readonly string[]): Promise<HeadingsReply> => this.wire.send('POST', ROUTES.headings, { envelopes });
  recordOpening = (envelope: string, opening: OpeningBody): Promise<null> => this.wire.send('POST', at(ROUTES.openings, { envelope }), opening);
  putAttachment = (attachment: string, ciphertext: Uint8Array<ArrayBuffer>): Promise<void> => this.wire.put(at(ROUTES.attachment, { attachment }), ciphertext);
  getAttachment = (attachment: string, key?: WriteKey): Promise<Uint8Array<ArrayBuffer>> => this.wire.collect(at(ROUTES.attachmentHandOver, { attachment }), key);
  recordOnly = (body: RecordOnlyBody, key?: WriteKey): Promise<RecordOnlyReply> => this.wire.send('POST', ROUTES.recordsOnly, body, key);
  overrides = (query: Paging = {}): Promise<Page<OverrideView>> => this.wire.read(at(ROUTES.overrideReviews, {}, { ...query }));
  reviewOverride = (envelope: string, body: OverrideReviewBody, key?: WriteKey): Promise<RecordOnlyReply> => this.wire.send('POST', at(ROUTES.overrideReview, { envelope }), body, key);

  catalogue = (): Promise<CatalogueReply> => this.wire.read(ROUTES.catalogue);
  questionPacks = (): Promise<QuestionPacksReply> => this.wire.read(ROUTES.questionPacks);
  deadlines = (): Promise<DeadlinesReply> => this.wire.read(ROUTES.deadlines);
  agreements = (query: Paging = {}): Promise<AgreementsReply> => this.wire.read(at(ROUTES.agreements, {}, { ...query }));
  agreement = (agreement: string): Promise<AgreementsReply> => this.wire.read(at(ROUTES.agreement, { agreement }));
  approveAgreement = (agreement: string, version: number, { digest }: ApproveAgreementBody, key?: WriteKey): Promise<AgreementView> =>
    this.wire.send('POST', at(ROUTES.agreementApproval, { agreement, version: String(version) }), { digest }, key);

  /** Every version of an agency's roster, oldest first. */
  rosters = (agency: string): Promise<SignedDocument<Roster>[]> => everyVersion((from) => this.wire.read(at(ROUTES.rosterVersions, { agency }, { from })), MOST_ROSTERS_AT_ONCE);
  /** Every partnership file from a version on, oldest first. */
  partnershipVersions = (since: number): Promise<SignedDocument<PartnershipFile>[]> => everyVersion((from) => this.wire.read(at(ROUTES.partnershipVersions, {}, { from })), MOST_FILES_AT_ONCE, since);

  /** Every fact of the key log from a position on, and a head that the hub shows of it. */
  async keyLog(from = 0): Promise<{ from: number; facts: KeyFact[]; checkpoint: string }> {
    const facts: KeyFact[] = [];
    for (;;) {
      const page = await this.wire.read<KeyLogEntries>(at(ROUTES.keyLogEntries, {}, { from: from + facts.length }));
      facts.push(...page.facts);
      // A head covers as many as it says, whoever signed it; what was placed later is for another head.
      if (page.facts.length === 0 || from + facts.length >= sizeIn(page.checkpoint)) return { from, facts, checkpoint: page.checkpoint };
    }
  }
}

/** The second line of a signed head. */
function sizeIn(checkpoint: string): number {
  return Number(checkpoint.split('\n')[1] ?? Number.NaN);
}
