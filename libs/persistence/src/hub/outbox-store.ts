import type { NoticeView } from '@lateral/contracts';
import type { AuditRow, OutboxStore, PendingNotice } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { auditValues } from './rows/audit-rows.js';
import { ANNOUNCE, CLAIM_OUTBOX, NEWEST_NOTICE, NOTICES_BY_ID, NOTICES_SINCE, OLDEST_OUTBOX, OUTBOX_EVENT, SETTLE_OUTBOX } from './statements/outbox.statement.js';
import type { Wake } from './wake.js';

type EventRow = Pick<PendingNotice, 'id' | 'event' | 'agency' | 'asking' | 'asked' | 'at' | 'reference' | 'urgency'> & { check_id: string; request_id: string; due_at: Date };

export class PostgresOutboxStore implements OutboxStore {
  constructor(private readonly connections: Connections, private readonly wake: Wake) {}

  claim(limit: number, at: Date, republishAfterMs: number): Promise<{ id: string; agency: string }[]> {
    return this.connections.rows(CLAIM_OUTBOX, { rows: limit, at, staleBefore: new Date(at.getTime() - republishAfterMs) });
  }

  async event(id: string): Promise<PendingNotice | null> {
    const row = await this.connections.first<EventRow>(OUTBOX_EVENT, { id });
    if (row === null) return null;
    const { check_id: check, request_id: request, due_at: dueAt, ...rest } = row;
    return { ...rest, check, request, dueAt };
  }

  async announce({ id, agency, kind, reference, request, urgency, dueAt, at }: NoticeView): Promise<void> {
    await this.connections.rows(ANNOUNCE, { id, agency, kind, reference, request, urgency, dueAt, at });
    this.wake.soon('notice', id);
  }

  async settle({ id, result, marksRequest }: Parameters<OutboxStore['settle']>[0], record: AuditRow): Promise<boolean> {
    const settled = await this.connections.first(SETTLE_OUTBOX, { id, result, marksRequest, ...auditValues([record]) });
    if (settled !== null) this.wake.soon('audit');
    return settled !== null;
  }

  async oldest(): Promise<Date | null> {
    return (await this.connections.first<{ at: Date }>(OLDEST_OUTBOX, {}))?.at ?? null;
  }
}

interface NoticeRow { id: string; agency: string; kind: string; reference: string; request_id: string; urgency: NoticeView['urgency']; due_at: Date; at: Date }

/** Notices as connected clients are shown them. */
export class PostgresNoticeStore {
  constructor(private readonly connections: Connections) {}

  /** The notices that a wake-up named; unknown ids are left out. */
  async byIds(ids: readonly string[]): Promise<NoticeView[]> {
    return (await this.connections.rows<NoticeRow>(NOTICES_BY_ID, { ids })).map(noticeOf);
  }

  /** For a client that comes back and names the last notice it saw. It may be given some again; their ids say so. Empty where `seen` is not one of the agency's. */
  async since(agency: string, seen: string, limit: number): Promise<NoticeView[]> {
    return (await this.connections.rows<NoticeRow>(NOTICES_SINCE, { agency, seen, rows: limit })).map(noticeOf);
  }

  /** Id of the agency's newest notice, or null where it never had one. */
  async newest(agency: string): Promise<string | null> {
    return (await this.connections.first<{ id: string }>(NEWEST_NOTICE, { agency }))?.id ?? null;
  }
}

function noticeOf({ request_id: request, due_at: dueAt, at, ...row }: NoticeRow): NoticeView {
  return { ...row, request, dueAt: dueAt.toISOString(), at: at.toISOString() };
}
