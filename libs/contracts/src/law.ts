import type { AgreementDocument } from '@lateral/domain/agreements';
import type { CatalogueDocument } from '@lateral/domain/catalogue';
import type { DeadlinePolicy, Calendar } from '@lateral/domain/deadlines';
import type { QuestionPack } from '@lateral/domain/packs';

/** GET catalogue: the version in use, its digest (`digestOf('catalogue', document)`), and which rows are law in each nation on `at`. */
export interface CatalogueReply {
  digest: string;
  at: string;
  document: CatalogueDocument;
  inForce: { E: string[]; W: string[] };
}

export interface QuestionPacksReply { packs: QuestionPack[] }

/** GET deadlines: by what due times are reckoned, so that a client can show one before it posts. */
export interface DeadlinesReply { policy: DeadlinePolicy; calendar: Calendar }

export interface AgreementApproval { agency: string; member: string; at: string }
/** A version of an agreement as its parties see it. */
export interface AgreementView {
  document: AgreementDocument;
  digest: string;
  state: 'proposed' | 'published';
  approvals: AgreementApproval[];
  publishedAt: string | null;
  /** Days until it expires, where that is near: one of 90, 30, 7. */
  expiresWithin: 90 | 30 | 7 | null;
}
/** A page of versions: all by reference and oldest first, those of one agreement newest first. `next` is where the next page begins. */
export interface AgreementsReply { agreements: AgreementView[]; next: string | null }
/** POST agreements: puts a version forward. Whoever does so has approved it. */
export interface ProposeAgreementBody { document: AgreementDocument }
/** POST approval: names the digest, so that nobody approves what they have not read. */
export interface ApproveAgreementBody { digest: string }

/** A clause as evidence packs carry it: what it covers, of which version, and not which other agencies are party to it. */
export interface AgreementExtract {
  reference: string;
  version: number;
  /** `digestOf('agreement', document)` of the whole version. */
  digest: string;
  inForceFrom: string;
  expires: string;
  clause: { number: string; purposes: string[]; categories: string[] };
}
