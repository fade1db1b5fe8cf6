import { canonicalJson, type AgreementView, type Page } from '@lateral/contracts';
import type { AgreementDocument, PublishedAgreement } from '@lateral/domain/agreements';
import type { AgreementStore, ApproveAgreementWrite, PageQuery, ProposeAgreementWrite } from '@lateral/exchange';
import { agreementPageOf, lastReadOf } from './agreement-page.js';
import type { Connections } from './connections.js';
import { auditValues } from './rows/audit-rows.js';
import {
  AGREEMENT_PAGE, AGREEMENT_VERSION, AGREEMENT_VERSIONS_PAGE, APPROVE_AGREEMENT, NEWEST_AGREEMENT, PROPOSE_AGREEMENT, PUBLISHED_AGREEMENTS, STANDING_AGREEMENT,
} from './statements/agreements.statement.js';
import { rowsOf } from './views.js';
import type { Wake } from './wake.js';

/** Above the number of any version: the largest that fits its column. */
const NO_VERSION = 2_147_483_647;

interface ViewColumns { document: string; digest: string; state: AgreementView['state']; published_at: Date | null; approvals: AgreementView['approvals'] | null }

/** Versions of agreements. Which of them a person may read is for the act to say; how near its end one is, for whoever knows the day. */
export class PostgresAgreementStore implements AgreementStore {
  constructor(private readonly connections: Connections, private readonly wake: Wake) {}

  async published(): Promise<readonly PublishedAgreement[]> {
    const rows = await this.connections.rows<{ document: string; digest: string }>(PUBLISHED_AGREEMENTS, {});
    const all = rows.map(({ document, digest }) => ({ document: JSON.parse(document) as AgreementDocument, digest }));
    return all.filter((each) => !all.some((other) => replacesUnbegun(other.document, each.document)));
  }

  /** By reference and oldest first; the versions of one agreement newest first. A cursor that is not one of ours reads as an empty page. */
  async page(agency: string, { reference, after, limit }: PageQuery & { reference: string | null }): Promise<Page<AgreementView>> {
    const last = after === null ? null : lastReadOf(after);
    if (after !== null && (last === null || (reference ?? last.reference) !== last.reference)) return { items: [], next: null };
    const rows = rowsOf(limit);
    const read = reference === null
      ? this.connections.rows<ViewColumns>(AGREEMENT_PAGE, { agency, afterReference: last?.reference ?? '', afterVersion: last?.version ?? 0, rows })
      : this.connections.rows<ViewColumns>(AGREEMENT_VERSIONS_PAGE, { agency, reference, beforeVersion: last?.version ?? NO_VERSION, rows });
    return agreementPageOf((await read).map(agreementViewOf), rows);
  }

  async version(reference: string, version: number): Promise<AgreementView | null> {
    const row = await this.connections.first<ViewColumns>(AGREEMENT_VERSION, { reference, version });
    return row === null ? null : agreementViewOf(row);
  }

  async newest(reference: string): Promise<AgreementView | null> {
    const row = await this.connections.first<ViewColumns>(NEWEST_AGREEMENT, { reference });
    return row === null ? null : agreementViewOf(row);
  }

  async standing(reference: string): Promise<AgreementView | null> {
    const row = await this.connections.first<ViewColumns>(STANDING_AGREEMENT, { reference });
    return row === null ? null : agreementViewOf(row);
  }

  /** `known`: that very document is there under its version; `taken`: another one is. */
  async propose({ document, digest, readers, by, at, records }: ProposeAgreementWrite): Promise<'proposed' | 'known' | 'taken'> {
    const { reference, version } = document;
    const proposed = await this.connections.first(PROPOSE_AGREEMENT, {
      reference, version, digest, document: canonicalJson(document), readers, agency: by.agency, member: by.member, at, ...auditValues(records),
    });
    if (proposed === null) return (await this.version(reference, version))?.digest === digest ? 'known' : 'taken';
    this.wake.soon('audit');
    return 'proposed';
  }

  /** `known`: the same person's approval of the same document is there; `changed`: it is not as it was read, or a colleague's is. */
  async approve({ reference, version, digest, by, publishes, at, records }: ApproveAgreementWrite): Promise<'approved' | 'known' | 'changed'> {
    const approved = await this.connections.first(APPROVE_AGREEMENT, { reference, version, digest, publishes, agency: by.agency, member: by.member, at, ...auditValues(records) });
    if (approved !== null) {
      this.wake.soon('audit');
      return 'approved';
    }
    const there = await this.version(reference, version);
    const given = there?.digest === digest && there.approvals.some(({ agency, member }) => agency === by.agency && member === by.member);
    return given ? 'known' : 'changed';
  }
}

/** Whether a version is never to be in force, because a later one begins on its first day or before. */
function replacesUnbegun(later: AgreementDocument, { reference, version, inForceFrom }: AgreementDocument): boolean {
  return later.reference === reference && later.version > version && later.inForceFrom <= inForceFrom;
}

function agreementViewOf({ document, digest, state, published_at: publishedAt, approvals }: ViewColumns): AgreementView {
  return {
    document: JSON.parse(document) as AgreementDocument, digest, state, publishedAt: publishedAt?.toISOString() ?? null, expiresWithin: null,
    approvals: (approvals ?? []).map((approval) => ({ ...approval, at: new Date(approval.at).toISOString() })),
  };
}
