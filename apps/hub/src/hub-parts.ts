import type { AgreementStore, AttachmentStore, CatalogueStore, CheckStore, Clock, ContactStore, CustodyStore, DestroyCopies, Directory, DirectoryStore, DraftStore, EvidenceStore, IncidentStore, InvitationStore, KeyFactStore, LawSource, LedgerProofs, LockedKeyStore, MemberNameStore, OverrideStore, PasskeyStore, Randomness, RecordStore, RecusalStore, RosterJudge, RosterStore, SessionStore, StepUpStore, WorkStore } from '@lateral/exchange';
import type { Health, Logger } from '@lateral/platform';
import type { PageFiles } from './pages/page-files.js';
import type { RelyingParty } from './passkeys/relying-party.js';
import type { NoticeSource } from './ports.js';
import type { SignInParts } from './sign-in/sign-in-parts.js';

/** Where agencies keep what they keep here of their own keys and people. */
export interface CustodyParts {
  lockedKeys: LockedKeyStore;
  custody: CustodyStore;
  invitations: InvitationStore;
  rosters: RosterStore;
  judge: RosterJudge;
  /** Destroys what a roster has given up. */
  copies: Pick<DestroyCopies, 'carryOut'>;
}

/** What the pages that people work on need beside checks and keys. */
export interface DeskParts {
  drafts: DraftStore;
  work: WorkStore;
  contacts: ContactStore;
  names: MemberNameStore;
}

/** What a hub is put together from. A process makes it from settings; a test may make it otherwise. */
export interface HubParts {
  log: Logger;
  clock: Clock;
  randomness: Randomness;
  health: Health;
  /** What assertions must name as their audience. */
  audience: string;
  directory: Directory;
  directoryStore: DirectoryStore;
  sessions: SessionStore;
  signIn: SignInParts;
  keys: CustodyParts;
  desk: DeskParts;
  passkeys: PasskeyStore;
  stepUps: StepUpStore;
  relyingParty: RelyingParty;
  checks: CheckStore;
  attachments: AttachmentStore;
  records: RecordStore;
  evidence: EvidenceStore;
  incidents: IncidentStore;
  proofs: LedgerProofs;
  keyFacts: KeyFactStore;
  keyLog: LedgerProofs;
  law: LawSource;
  catalogues: CatalogueStore;
  agreements: AgreementStore;
  overrides: OverrideStore;
  recusals: RecusalStore;
  notices: NoticeSource;
  /** What people see, where this hub serves it. */
  pages?: PageFiles | null;
  newRequestId(): string;
}
