import type { NoticeView } from '@lateral/contracts';
import type { AnnouncedNotice, AuditRow, ClaimedRow, OutboxStore, PendingNotice } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { twinOf } from './rows/notice-rows.js';
import { auditValues } from './rows/audit-rows.js';
import { ANNOUNCE, CLAIM_OUTBOX, NEWEST_NOTICE, NOTICES_BY_ID, NOTICES_SINCE, OLDEST_OUTBOX, OUTBOX_EVENTS, SETTLE_OUTBOX } from './statements/outbox.statement.js';
import { Together } from './together.js';
import type { Wake } from './wake.js';

type EventRow = Pick<PendingNotice, 'id' | 'event' | 'agency' | 'asking' | 'asked' | 'at' | 'reference' | 'urgency' | 'announced'> & { check_id: string; request_id: string; due_at: Date; mailbox: string | null; language: 'en' | 'cy' | 'both' | null };
type Settled = { settled: Parameters<OutboxStore['settle']>[0]; record: AuditRow };

/** Events read, and settled, in one statement. */
const MOST = 100;

export class PostgresOutboxStore implements OutboxStore {
  private readonly reading = new Together<string, PendingNotice | null>({ run: (ids) => this.events(ids), keyOf: (id) => id, most: MOST });
  private readonly settling = new Together<Settled, boolean>({ run: (all) => this.settleAll(all), keyOf: ({ settled, record }) => record.check ?? settled.id, most: MOST });

  constructor(private readonly connections: Connections, private readonly wake: Wake) {}

  async claim(limit: number, at: Date, republishAfterMs: number): Promise<ClaimedRow[]> {
    const claimed = await this.connections.rows<{ id: string; agency: string; attempts: number; has_left: boolean }>(CLAIM_OUTBOX, { rows: limit, at, staleBefore: new Date(at.getTime() - republishAfterMs) });
    // The second time as well: a courier that was killed after the first may not have said so. Clients know what they have seen.
    for (const { id, attempts } of claimed) if (attempts <= 2) for (const told of [id, twinOf(id)]) this.wake.soon('notice', told);
    return claimed.map(({ id, agency, has_left: hasLeft }) => ({ id, agency, hasLeft }));
  }

  event(id: string): Promise<PendingNotice | null> {
    return this.reading.do(id);
  }

  async announce({ id, agency, kind, reference, request, urgency, dueAt, at }: NoticeView): Promise<void> {
    await this.connections.rows(ANNOUNCE, { id, agency, kind, reference, request, urgency, dueAt, at });
    this.wake.soon('notice', id);
  }

  settle(settled: Parameters<OutboxStore['settle']>[0], record: AuditRow): Promise<boolean> {
    return this.settling.do({ settled, record });
  }

  async oldest(): Promise<Date | null> {
    return (await this.connections.first<{ at: Date }>(OLDEST_OUTBOX, {}))?.at ?? null;
  }

  private async events(ids: readonly string[]): Promise<(PendingNotice | null)[]> {
    const rows = await this.connections.rows<EventRow>(OUTBOX_EVENTS, { ids });
    const found = new Map(rows.map((row) => [row.id, pendingOf(row)]));
    return ids.map((id) => found.get(id) ?? null);
  }

  private async settleAll(all: readonly Settled[]): Promise<boolean[]> {
    const rows = await this.connections.rows<{ id: string }>(SETTLE_OUTBOX, {
      ids: all.map(({ settled }) => settled.id), results: all.map(({ settled }) => settled.result), marks: all.map(({ settled }) => settled.marksRequest),
      ...auditValues(all.map(({ record }) => record)),
    });
    if (rows.length > 0) this.wake.soon('audit');
    const gone = new Set(rows.map(({ id }) => id));
    return all.map(({ settled }) => gone.has(settled.id));
  }
}

function pendingOf({ check_id: check, request_id: request, due_at: dueAt, mailbox, language, ...rest }: EventRow): PendingNotice {
  return { ...rest, check, request, dueAt, mailbox: mailbox === null || language === null ? null : { mailbox, language } };
}

interface NoticeRow { id: string; agency: string; kind: string; reference: string; request_id: string | null; urgency: NoticeView['urgency']; due_at: Date | null; at: Date; without: string[] | null }

/** Notices as connected clients are shown them. */
export class PostgresNoticeStore {
  constructor(private readonly connections: Connections) {}

  /** The notices that a wake-up named; unknown ids are left out. */
  async byIds(ids: readonly string[]): Promise<AnnouncedNotice[]> {
    return (await this.connections.rows<NoticeRow>(NOTICES_BY_ID, { ids })).map(noticeOf);
  }

  /**
   * For a client that comes back and names the last notice it saw. It may be given some again; their ids say so. Empty where `seen` is not one of the
   * agency's. `past`: the last notice of the page before, null for the first.
   */
  async since(agency: string, seen: string, { past, limit }: { past: string | null; limit: number }): Promise<AnnouncedNotice[]> {
    return (await this.connections.rows<NoticeRow>(NOTICES_SINCE, { agency, seen, past, rows: limit })).map(noticeOf);
  }

  /** Id of the agency's newest notice, or null where it never had one. */
  async newest(agency: string): Promise<string | null> {
    return (await this.connections.first<{ id: string }>(NEWEST_NOTICE, { agency }))?.id ?? null;
  }
}

function noticeOf({ request_id: request, due_at: dueAt, at, without, ...row }: NoticeRow): AnnouncedNotice {
  return { notice: { ...row, request, dueAt: dueAt?.toISOString() ?? null, at: at.toISOString() }, without: without ?? [] };
}
