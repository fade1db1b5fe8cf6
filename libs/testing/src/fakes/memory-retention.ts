import { referenceOf } from '@lateral/domain';
import type { AuditRow, EndedCheck, RetentionStore } from '@lateral/exchange';
import type { CheckLine, EnvelopeLine, MemoryTables } from './memory-tables.js';

type Page = Awaited<ReturnType<RetentionStore['ended']>>;

/** Coded records past their date, in memory. A page holds one check, so that whoever reads must turn pages. */
export class MemoryRetentionStore implements RetentionStore {
  constructor(private readonly tables: MemoryTables) {}

  async ended(after: string | null): Promise<Page> {
    const ended = [...this.tables.checks.values()].filter(hasEnded).map(({ id }) => id);
    return this.page(ended, after);
  }

  async keptAlone(after: string | null): Promise<Page> {
    const alone = [...this.tables.envelopes.values()].filter(({ row }) => row.type === 'record' && !this.tables.checks.has(row.check)).map(({ row }) => row.check);
    return this.page(alone, after);
  }

  eraseCodedRecords({ id, isCheck, endedAt }: Pick<EndedCheck, 'id' | 'isCheck' | 'endedAt'>, record: AuditRow): Promise<'erased' | 'changed'> {
    return this.tables.write(() => {
      const check = this.tables.checks.get(id);
      if (isCheck !== (check !== undefined) || (check !== undefined && (!hasEnded(check) || this.awaitsReview(id)))) return 'changed';
      if (check !== undefined) check.version += 1;
      for (const request of this.tables.requests.values()) if (request.check === id) request.version += 1;
      for (const { row } of this.recordedOf(id)) if (row.createdAt <= endedAt) this.tables.recordsErased.add(row.id);
      this.tables.record([record]);
      return 'erased';
    });
  }

  private page(all: readonly string[], after: string | null): Page {
    const [id, ...more] = [...new Set(all)].filter((each) => after === null || each > after).sort();
    if (id === undefined) return { checks: [], next: null };
    return { checks: this.recordedOf(id).length === 0 ? [] : [this.endedOf(id)], next: more.length === 0 ? null : id };
  }

  private endedOf(id: string): EndedCheck {
    const check = this.tables.checks.get(id);
    const lines = this.linesOf(id);
    const shares = this.recordedOf(id).flatMap(({ row }) => (row.judgement === null ? [] : [{ cover: row.judgement.cover, subjectKind: row.sealed.justification.subjectKind }]));
    const times = [...(check?.closedAt == null ? [] : [check.closedAt]), ...lines.map(({ row }) => row.createdAt)];
    return {
      id, reference: check?.reference ?? referenceOf(id), isCheck: check !== undefined, endedAt: new Date(Math.max(...times.map((time) => time.getTime()))),
      parties: [...new Set(lines.flatMap(({ row }) => [row.from, ...(row.to === null ? [] : [row.to])]))].sort(), awaitsReview: this.awaitsReview(id),
      isNoted: lines.every(({ erasedAt }) => erasedAt !== null),
      shares: [...new Map(shares.map((share) => [JSON.stringify(share), share])).values()],
    };
  }

  private awaitsReview(check: string): boolean {
    return [...this.tables.overrides.values()].some(({ row, reviewedAt }) => row.check === check && reviewedAt === null);
  }

  private linesOf(check: string): EnvelopeLine[] {
    return [...this.tables.envelopes.values()].filter(({ row }) => row.check === check);
  }

  private recordedOf(check: string): EnvelopeLine[] {
    return this.linesOf(check).filter(({ row }) => !this.tables.recordsErased.has(row.id));
  }
}

function hasEnded({ state }: CheckLine): boolean {
  return state === 'closed' || state === 'withdrawn';
}
