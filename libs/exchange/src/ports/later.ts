import type { NoticeView } from '@lateral/contracts';
import type { IncidentKind } from './stores.js';

/** Puts work for agencies on their queues. Publishing twice is publishing once. Rejects when the queue cannot be reached. */
export interface NoticePublisher {
  publish(jobs: readonly { event: string; agency: string }[]): Promise<void>;
}

/** What came of trying to reach a mailbox. Ambiguous: it may have gone out, so trying again may send it twice, and is still right. */
export type MailResult = { ok: true } | { ok: false; kind: 'transient' | 'ambiguous' | 'permanent'; code: string };

/** Sends the one e-mail there is: reference, urgency, due time, "you have a request". Never who asks, never about whom. */
export interface NoticeMailer {
  send(mailbox: { mailbox: string; language: 'en' | 'cy' | 'both' }, notice: NoticeView): Promise<MailResult>;
}

/** Brings an incident to somebody's notice, once when it is raised and once when it has ended. Must not fail. */
export interface IncidentPager {
  page(kind: IncidentKind, what: 'raised' | 'ended'): void;
}
