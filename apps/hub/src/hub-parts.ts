import type { AgreementStore, AttachmentStore, CatalogueStore, CheckStore, Clock, Directory, DirectoryStore, EvidenceStore, IncidentStore, KeyFactStore, LawSource, LedgerProofs, OverrideStore, PasskeyStore, Randomness, RecordStore, RecusalStore, SessionStore, StepUpStore } from '@lateral/exchange';
import type { Health, Logger } from '@lateral/platform';
import type { CustodyParts } from './custody/custody-wiring.js';
import type { DeskParts } from './desk/desk-wiring.js';
import type { PageFiles } from './pages/page-files.js';
import type { RelyingParty } from './passkeys/relying-party.js';
import type { NoticeSource } from './ports.js';
import type { SignInParts } from './sign-in/sign-in-parts.js';

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
