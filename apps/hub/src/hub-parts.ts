import type { AgreementStore, AttachmentStore, CatalogueStore, CheckStore, Clock, Directory, DirectoryStore, EvidenceStore, IncidentStore, LawSource, LedgerProofs, OverrideStore, Randomness, RecordStore, SessionStore } from '@lateral/exchange';
import type { Health, Logger } from '@lateral/platform';
import type { NoticeSource } from './ports.js';

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
  checks: CheckStore;
  attachments: AttachmentStore;
  records: RecordStore;
  evidence: EvidenceStore;
  incidents: IncidentStore;
  proofs: LedgerProofs;
  law: LawSource;
  catalogues: CatalogueStore;
  agreements: AgreementStore;
  overrides: OverrideStore;
  notices: NoticeSource;
  newRequestId(): string;
}
