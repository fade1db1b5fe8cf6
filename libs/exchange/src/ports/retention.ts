import type { CoveringClause } from '@lateral/contracts';
import type { SubjectKind } from '@lateral/domain/justification';
import type { AuditRow } from './writes.js';

/** What has ended and still has coded records, as retention needs to know it. */
export interface EndedCheck {
  id: string;
  /** As people say it. Of records that were kept of no check, what the check would have been called. */
  reference: string;
  /** Whether there is such a check. Records of why nobody was asked need none. */
  isCheck: boolean;
  /** When it was closed or withdrawn; later, where something was written to it afterwards. */
  endedAt: Date;
  /** Agencies that sent, were sent or kept anything of it. */
  parties: readonly string[];
  /** Whether an emergency override in it still waits for its review. */
  awaitsReview: boolean;
  /** Whether every message of it says that it was erased. */
  isNoted: boolean;
  /** Of each judged share, each combination once: which clause covered it and whom it is about. */
  shares: readonly { cover: CoveringClause | null; subjectKind: SubjectKind }[];
}

/** Coded records past their date. */
export interface RetentionStore {
  /**
   * Checks that are closed or withdrawn and have coded records left, by id; `after` is the `next` of the page before. A page may be
   * empty and not the last.
   */
  ended(after: string | null): Promise<{ checks: EndedCheck[]; next: string | null }>;
  /** In the same way what was kept of no check at all. */
  keptAlone(after: string | null): Promise<{ checks: EndedCheck[]; next: string | null }>;
  /**
   * Writes the record and deletes the coded records with it, or does neither: `changed` where the check has been opened again, awaits a
   * review or is not there. Whatever is younger than `endedAt` stays. Acts that read requests before this find them changed afterwards.
   */
  eraseCodedRecords(check: Pick<EndedCheck, 'id' | 'isCheck' | 'endedAt'>, record: AuditRow): Promise<'erased' | 'changed'>;
}
