import type { AgreementView, Page } from '@lateral/contracts';
import type { AgreementTemplate, PublishedAgreement } from '@lateral/domain/agreements';
import type { Catalogue, CatalogueDocument } from '@lateral/domain/catalogue';
import type { DeadlinePolicy, Calendar } from '@lateral/domain/deadlines';
import type { QuestionPack } from '@lateral/domain/packs';
import type { PageQuery } from './stores.js';
import type { ApproveAgreementWrite, AuditRow, ProposeAgreementWrite } from './writes.js';

/** All that shares are judged and timed by, in memory: one view serves one act from beginning to end. */
export interface LawView {
  catalogue: Catalogue;
  packs: readonly QuestionPack[];
  /** Codes of the packs, for looking up. */
  categories: ReadonlySet<string>;
  systems: ReadonlySet<string>;
  agreements: readonly PublishedAgreement[];
  /** What agreements are made from: their words are the only ones an agreement may have. */
  templates: readonly AgreementTemplate[];
  policy: DeadlinePolicy;
  calendar: Calendar;
}
export interface LawSource {
  view(): Promise<LawView>;
  /** Reads what changes while the hub runs (agreements) again, now. */
  refresh(): Promise<void>;
}

/** Versions of the catalogue that this hub has judged by; none is ever forgotten. */
export interface CatalogueStore {
  /** `different`: the version is known with another digest, which must not happen. */
  adopt(document: CatalogueDocument, digest: string, at: Date, record: AuditRow): Promise<'adopted' | 'known' | 'different'>;
  version(version: string): Promise<{ document: CatalogueDocument; digest: string } | null>;
}

export interface AgreementStore {
  /** Every published version that no later published one replaces before it begins, expired ones too. */
  published(): Promise<readonly PublishedAgreement[]>;
  /** Versions that an agency may read: by reference and oldest first, or those of one agreement (`reference`), newest first. */
  page(agency: string, page: PageQuery & { reference: string | null }): Promise<Page<AgreementView>>;
  version(reference: string, version: number): Promise<AgreementView | null>;
  /** The newest version, whatever has become of it. */
  newest(reference: string): Promise<AgreementView | null>;
  /** The version that says whose an agreement is: the newest published one or, before there is any, the first that was put forward. */
  standing(reference: string): Promise<AgreementView | null>;
  propose(write: ProposeAgreementWrite): Promise<'proposed' | 'known' | 'taken'>;
  approve(write: ApproveAgreementWrite): Promise<'approved' | 'known' | 'changed'>;
}
