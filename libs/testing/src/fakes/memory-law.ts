import type { AgreementView, OverrideView, Page } from '@lateral/contracts';
import type { PublishedAgreement } from '@lateral/domain/agreements';
import type { CatalogueDocument } from '@lateral/domain/catalogue';
import type { AgreementStore, ApproveAgreementWrite, AuditRow, CatalogueStore, OverrideStore, PageQuery, ProposeAgreementWrite, Reader } from '@lateral/exchange';
import { reaches, type MemoryTables, type OverrideLine } from './memory-tables.js';
import { pageOf } from './memory-views.js';

export class MemoryCatalogueStore implements CatalogueStore {
  constructor(private readonly tables: MemoryTables) {}

  adopt(document: CatalogueDocument, digest: string, _at: Date, record: AuditRow): Promise<'adopted' | 'known' | 'different'> {
    return this.tables.write(() => {
      const known = this.tables.catalogues.get(document.version);
      if (known !== undefined) return known.digest === digest ? 'known' : 'different';
      this.tables.catalogues.set(document.version, { document, digest });
      this.tables.record([record]);
      return 'adopted';
    });
  }

  async version(version: string): Promise<{ document: CatalogueDocument; digest: string } | null> {
    return structuredClone(this.tables.catalogues.get(version) ?? null);
  }
}

/** Emergency overrides as the agency that used them sees them, newest first. */
export class MemoryOverrideStore implements OverrideStore {
  constructor(private readonly tables: MemoryTables) {}

  async list(reader: Reader, page: PageQuery & { open: boolean }): Promise<Page<OverrideView>> {
    const lines = [...this.tables.overrides.values()].filter(({ row, reviewedAt }) => row.agency === reader.agency && (!page.open || reviewedAt === null) && reaches(this.tables, reader, row.check, 'red'));
    const { items, next } = pageOf(lines.map((line) => ({ id: line.row.message, view: this.viewOf(line) })), page, ({ view }) => view.usedAt);
    return { items: items.map(({ view }) => view), next };
  }

  async find(message: string, reader: Reader): Promise<OverrideView | null> {
    const line = this.tables.overrides.get(message);
    return line === undefined || line.row.agency !== reader.agency || !reaches(this.tables, reader, line.row.check, 'red') ? null : this.viewOf(line);
  }

  private viewOf({ row: { message, check, request, member, reason, findings, usedAt, reviewDue }, reviewedAt, finding }: OverrideLine): OverrideView {
    const { reference, asking, asked } = this.tables.requests.get(request)!;
    return {
      message, check, request, reference, asking, asked, reason, findings: [...findings], usedAt: usedAt.toISOString(), usedBy: member,
      reviewDue: reviewDue.toISOString(), reviewedAt: reviewedAt?.toISOString() ?? null, finding,
    };
  }
}

/** Versions of agreements; one that was published never changes. How near its end one is, is for whoever knows the day. */
export class MemoryAgreementStore implements AgreementStore {
  constructor(private readonly tables: MemoryTables) {}

  async published(): Promise<readonly PublishedAgreement[]> {
    const all = this.tables.agreements.filter(({ state }) => state === 'published').map(({ document, digest }) => structuredClone({ document, digest }));
    const replaces = (later: PublishedAgreement['document'], { reference, version, inForceFrom }: PublishedAgreement['document']): boolean =>
      later.reference === reference && later.version > version && later.inForceFrom <= inForceFrom;
    return all.filter((each) => !all.some((other) => replaces(other.document, each.document)));
  }

  async page(agency: string, { reference, after, limit }: PageQuery & { reference: string | null }): Promise<Page<AgreementView>> {
    const key = ({ document }: AgreementView): string => `${document.reference} ${String(document.version).padStart(7, '0')}`;
    const mine = this.tables.agreements.filter((view) => this.mayRead(agency, view) && (reference === null || view.document.reference === reference));
    mine.sort((a, b) => (key(a) < key(b) === (reference === null) ? -1 : 1));
    const start = after === null ? 0 : mine.findIndex((view) => key(view) === after) + 1;
    if (after !== null && start === 0) return { items: [], next: null };
    const items = mine.slice(start, start + Math.max(1, Math.min(Math.trunc(limit), 100)));
    return { items: structuredClone(items), next: start + items.length < mine.length ? key(items.at(-1)!) : null };
  }

  async version(reference: string, version: number): Promise<AgreementView | null> {
    return structuredClone(this.lineOf(reference, version) ?? null);
  }

  async newest(reference: string): Promise<AgreementView | null> {
    const versions = this.tables.agreements.filter(({ document }) => document.reference === reference);
    return structuredClone(versions.sort((a, b) => b.document.version - a.document.version)[0] ?? null);
  }

  async standing(reference: string): Promise<AgreementView | null> {
    const versions = this.tables.agreements.filter(({ document }) => document.reference === reference).sort((a, b) => a.document.version - b.document.version);
    return structuredClone(versions.findLast(({ state }) => state === 'published') ?? versions[0] ?? null);
  }

  propose({ document, digest, readers, by, at, records }: ProposeAgreementWrite): Promise<'proposed' | 'known' | 'taken'> {
    return this.tables.write(() => {
      const known = this.lineOf(document.reference, document.version);
      if (known !== undefined) return known.digest === digest ? 'known' : 'taken';
      const approvals = [{ agency: by.agency, member: by.member, at: at.toISOString() }];
      this.tables.agreements.push({ document: structuredClone(document), digest, state: 'proposed', approvals, publishedAt: null, expiresWithin: null });
      this.tables.agreementReaders.set(digest, readers);
      this.tables.record(records);
      return 'proposed';
    });
  }

  approve({ reference, version, digest, by, publishes, at, records }: ApproveAgreementWrite): Promise<'approved' | 'known' | 'changed'> {
    return this.tables.write(() => {
      const line = this.lineOf(reference, version);
      if (line?.digest === digest && line.approvals.some(({ agency, member }) => agency === by.agency && member === by.member)) return 'known';
      const stands = line !== undefined && line.digest === digest && !(publishes && line.state === 'published') && !line.approvals.some(({ agency }) => agency === by.agency);
      if (!stands) return 'changed';
      line.approvals.push({ agency: by.agency, member: by.member, at: at.toISOString() });
      if (publishes) Object.assign(line, { state: 'published', publishedAt: at.toISOString() });
      this.tables.record(records);
      return 'approved';
    });
  }

  private mayRead(agency: string, { document, digest }: AgreementView): boolean {
    return (this.tables.agreementReaders.get(digest) ?? document.parties.map((party) => party.agency)).includes(agency);
  }

  private lineOf(reference: string, version: number): AgreementView | undefined {
    return this.tables.agreements.find(({ document }) => document.reference === reference && document.version === version);
  }
}
