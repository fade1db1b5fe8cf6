import type { OverrideView, Page } from '@lateral/contracts';
import type { OverrideStore, PageQuery, Reader } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { OPEN_OVERRIDE_PAGE, OVERRIDE, OVERRIDE_PAGE } from './statements/overrides.statement.js';
import { readerValues } from './statements/readers.js';
import { pageOf, pageValues } from './views.js';

interface OverrideColumns {
  message: string; check_id: string; request_id: string; member: string; reason: OverrideView['reason']; findings: string[];
  used_at: Date; review_due: Date; reviewed_at: Date | null; finding: OverrideView['finding']; reference: string; asking: string; asked: string;
}

/** Emergency overrides as the agency that used them sees them. */
export class PostgresOverrideStore implements OverrideStore {
  constructor(private readonly connections: Connections) {}

  /** Newest first: those that wait for their review where `open`, all of them otherwise. */
  async list(reader: Reader, page: PageQuery & { open: boolean }): Promise<Page<OverrideView>> {
    const values = pageValues(page);
    const rows = await this.connections.rows<OverrideColumns>(page.open ? OPEN_OVERRIDE_PAGE : OVERRIDE_PAGE, { agency: reader.agency, ...readerValues(reader), ...values });
    return pageOf(rows.map(overrideViewOf), values.rows, (last) => ({ at: last.usedAt, id: last.message }));
  }

  async find(message: string, reader: Reader): Promise<OverrideView | null> {
    const row = await this.connections.first<OverrideColumns>(OVERRIDE, { message, agency: reader.agency, ...readerValues(reader) });
    return row === null ? null : overrideViewOf(row);
  }
}

function overrideViewOf(row: OverrideColumns): OverrideView {
  const { message, reference, asking, asked, reason, findings, finding } = row;
  return {
    message, check: row.check_id, request: row.request_id, reference, asking, asked, reason, findings, usedAt: row.used_at.toISOString(), usedBy: row.member,
    reviewDue: row.review_due.toISOString(), reviewedAt: row.reviewed_at?.toISOString() ?? null, finding,
  };
}
