import { OWN_EVENTS, type NoticeView } from '@lateral/contracts';
import { composeRecord } from '../compose-record.js';
import type { AuditRow, Clock, MailResult, NoticeMailer, OutboxStore, PendingNotice, Randomness } from '../ports/index.js';

export interface NotifyAgencyDeps {
  clock: Clock;
  randomness: Randomness;
  outbox: OutboxStore;
  mailer: NoticeMailer;
}

export type Notified = { ok: true; outcome: 'delivered' | 'already-settled' } | { ok: false; kind: 'transient' | 'ambiguous' | 'permanent'; code: string };

/**
 * Tells an agency that something waits for it: connected clients first (the relay has done so where it made the job), then its
 * mailbox. A job is only a hint to do this; what is owed is read again, and where nothing is owed any more the duplicate is a success.
 */
export class NotifyAgency {
  constructor(private readonly deps: NotifyAgencyDeps) {}

  async carryOut({ event }: { event: string; agency: string }): Promise<Notified> {
    const { clock, mailer, outbox } = this.deps;
    const pending = await outbox.event(event);
    if (pending === null) return { ok: true, outcome: 'already-settled' };
    const notice = noticeOf(pending);
    if (!pending.announced) await outbox.announce(notice);
    const sent: MailResult = pending.mailbox === null ? { ok: false, kind: 'permanent', code: 'no-mailbox' } : await mailer.send(pending.mailbox, notice);
    if (!sent.ok && sent.kind !== 'permanent') return sent;

    const at = await clock.now();
    // That whoever reads for an agency has been told says nothing of the agency itself.
    const marksRequest = pending.agency === pending.asked && (pending.event === 'request.posted.v1' || pending.event === 'request.corrected.v1');
    const settled = await outbox.settle({ id: pending.id, result: sent.ok ? 'delivered' : 'undelivered', marksRequest, at }, this.record(pending, sent, at));
    if (!sent.ok) return sent;
    return { ok: true, outcome: settled ? 'delivered' : 'already-settled' };
  }

  private record({ event, agency, asked, asking, check, request }: PendingNotice, sent: MailResult, at: Date): AuditRow {
    const fields = { check, request, agency, channel: 'e-mail' };
    const context = { at, randomness: this.deps.randomness, parties: OWN_EVENTS.includes(event) ? [agency] : [asking, asked] };
    return sent.ok ? composeRecord('notice.delivered.v1', fields, context) : composeRecord('notice.undelivered.v1', { ...fields, reason: sent.code }, context);
  }
}

/** What may be shown and mailed of it. */
export function noticeOf({ id, event, agency, reference, request, urgency, dueAt, at }: PendingNotice): NoticeView {
  return { id, kind: event, reference, request, agency, urgency, dueAt: dueAt.toISOString(), at: at.toISOString() };
}
