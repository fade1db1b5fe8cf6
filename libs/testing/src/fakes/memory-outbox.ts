import { ciphertextDigest, concatBytes, OWN_EVENTS, type NoticeView } from '@lateral/contracts';
import type { AttachmentStore, AuditRow, ClaimedRow, OutboxRow, OutboxStore, PendingNotice } from '@lateral/exchange';
import { twinOf } from './memory-desk.js';
import type { MemoryTables } from './memory-tables.js';

export class MemoryOutboxStore implements OutboxStore {
  constructor(private readonly tables: MemoryTables, private readonly mailboxOf: (agency: string, escalates: boolean) => Promise<PendingNotice['mailbox']>, private readonly hasLeft: (agency: string) => boolean) {}

  /** What was never published comes first; then what was published too long ago. */
  claim(limit: number, at: Date, republishAfterMs: number): Promise<ClaimedRow[]> {
    return this.tables.write(() => {
      const lines = [...this.tables.outbox.values()];
      const fresh = lines.filter(({ publishedAt }) => publishedAt === null).sort((a, b) => (a.row.id < b.row.id ? -1 : 1));
      const stale = lines.filter(({ publishedAt }) => publishedAt !== null && publishedAt.getTime() < at.getTime() - republishAfterMs).sort((a, b) => a.publishedAt!.getTime() - b.publishedAt!.getTime());
      const claimed = [...fresh, ...stale].slice(0, limit);
      for (const line of claimed) {
        Object.assign(line, { publishedAt: at, attempts: line.attempts + 1 });
        this.show(line.row);
      }
      return claimed.map(({ row: { id, agency } }) => ({ id, agency, hasLeft: this.hasLeft(agency) }));
    });
  }

  async event(id: string): Promise<PendingNotice | null> {
    const row = this.tables.outbox.get(id)?.row;
    if (row === undefined) return null;
    const { asking, asked, reference, urgency, dueAt } = this.tables.requests.get(row.request)!;
    const { escalates: _, ...rest } = row;
    return { asking, asked, reference, urgency, dueAt, ...rest, mailbox: this.hasLeft(row.agency) ? null : await this.mailboxOf(row.agency, row.escalates === true), announced: this.tables.notices.has(id) };
  }

  announce(notice: NoticeView): Promise<void> {
    return this.tables.write(() => {
      if (!this.tables.notices.has(notice.id)) this.tables.notices.set(notice.id, notice);
    });
  }

  private show({ id, event, agency, request, at, dueAt: ownDueAt }: OutboxRow): void {
    const { asking, asked, reference, urgency, dueAt: answerDueAt } = this.tables.requests.get(request)!;
    const dueAt = ownDueAt ?? answerDueAt;
    const others = OWN_EVENTS.includes(event) ? [] : agency === asked ? [asking] : agency === asking ? [asked] : [];
    for (const told of [{ id, agency }, ...others.map((other) => ({ id: twinOf(id), agency: other }))]) {
      if (!this.tables.notices.has(told.id)) this.tables.notices.set(told.id, { ...told, kind: event, reference, request, urgency, dueAt: dueAt.toISOString(), at: at.toISOString() });
    }
  }

  settle({ id, result, marksRequest }: Parameters<OutboxStore['settle']>[0], record: AuditRow): Promise<boolean> {
    return this.tables.write(() => {
      const line = this.tables.outbox.get(id);
      if (line === undefined) return false;
      this.tables.outbox.delete(id);
      if (marksRequest) this.tables.requests.get(line.row.request)!.notice = result;
      this.tables.record([record]);
      return true;
    });
  }

  async oldest(): Promise<Date | null> {
    const times = [...this.tables.outbox.values()].map(({ row }) => row.at.getTime());
    return times.length === 0 ? null : new Date(Math.min(...times));
  }
}

export class MemoryAttachmentStore implements AttachmentStore {
  constructor(private readonly tables: MemoryTables) {}

  async put({ id, agency, member }: Parameters<AttachmentStore['put']>[0], chunks: AsyncIterable<Uint8Array>, limit: number): ReturnType<AttachmentStore['put']> {
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of chunks) {
      length += chunk.length;
      if (length > limit) return { outcome: 'too-large' };
      parts.push(chunk);
    }
    const bytes = concatBytes(...parts);
    const digest = ciphertextDigest(bytes);
    return this.tables.write(() => {
      if (this.tables.envelopes.has(id)) return { outcome: 'id-taken' as const };
      const known = this.tables.attachments.get(id);
      if (known === undefined) this.tables.attachments.set(id, { agency, member, bytes, digest, envelope: null });
      const same = known === undefined || (known.agency === agency && known.member === member && known.digest === digest);
      return same ? { outcome: 'stored' as const, length, digest } : { outcome: 'id-taken' as const };
    });
  }

  async facts(id: string): Promise<{ agency: string; length: number; digest: string; envelope: string | null } | null> {
    const line = this.tables.attachments.get(id);
    return line === undefined ? null : { agency: line.agency, length: line.bytes.length, digest: line.digest, envelope: line.envelope };
  }

  async isErased(id: string): Promise<boolean> {
    return this.tables.erased.has(id);
  }

  async *read(id: string): AsyncIterable<Uint8Array> {
    const line = this.tables.attachments.get(id);
    if (line !== undefined) yield line.bytes;
  }
}
