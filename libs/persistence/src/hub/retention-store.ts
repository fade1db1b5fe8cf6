import { referenceOf } from '@lateral/domain';
import type { AuditRow, EndedCheck, RetentionStore } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { auditValues } from './rows/audit-rows.js';
import { ENDED_CHECKS, ERASE_CODED_RECORDS, ERASE_RECORDS_KEPT_ALONE, KEPT_ALONE, type KeptRow } from './statements/retention.statement.js';
import type { Statement } from './statement.js';
import type { Wake } from './wake.js';

const PAGE = 200;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** Coded records past their date. Deleting them is for the tables' owner: the role of hub and courier may not. */
export class PostgresRetentionStore implements RetentionStore {
  constructor(private readonly connections: Connections, private readonly wake: Wake, private readonly rows = PAGE) {}

  ended(after: string | null): Promise<{ checks: EndedCheck[]; next: string | null }> {
    return this.page(ENDED_CHECKS, after);
  }

  keptAlone(after: string | null): Promise<{ checks: EndedCheck[]; next: string | null }> {
    return this.page(KEPT_ALONE, after);
  }

  async eraseCodedRecords({ id, isCheck, endedAt }: Pick<EndedCheck, 'id' | 'isCheck' | 'endedAt'>, record: AuditRow): Promise<'erased' | 'changed'> {
    const done = await this.connections.first(isCheck ? ERASE_CODED_RECORDS : ERASE_RECORDS_KEPT_ALONE, { check: id, endedAt, ...auditValues([record]) });
    if (done === null) return 'changed';
    this.wake.soon('audit');
    return 'erased';
  }

  private async page(statement: Statement, after: string | null): Promise<{ checks: EndedCheck[]; next: string | null }> {
    const rows = await this.connections.rows<KeptRow>(statement, { after: after ?? BEFORE_ALL, rows: this.rows });
    return { checks: rows.filter(({ records }) => records > 0).map(endedCheckOf), next: rows.length < this.rows ? null : (rows.at(-1)?.id ?? null) };
  }
}

function endedCheckOf({ id, reference, ended_at: endedAt, senders, readers, shares, awaits_review: awaitsReview, is_noted: isNoted }: KeptRow): EndedCheck {
  return {
    id, reference: reference ?? referenceOf(id), isCheck: reference !== undefined, endedAt, parties: [...new Set([...senders, ...readers ?? []])].toSorted(),
    awaitsReview: awaitsReview ?? false, isNoted, shares: shares ?? [],
  };
}
