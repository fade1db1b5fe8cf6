/**
 * Queues and their jobs. A job carries ids only: the worker re-reads, checks the state, and treats a duplicate as success.
 * `notify-agency` has one queue per agency (`notify-agency-<agency>`), so one dead mailbox delays nobody else.
 */
export const QUEUES = {
  'notify-agency': { perAgency: true },
  'sweep': { perAgency: false },
} as const;
export type QueueName = keyof typeof QUEUES;
export const QUEUE_NAMES = Object.keys(QUEUES) as QueueName[];

export interface JobPayloads {
  'notify-agency': { event: string; agency: string };
  'sweep': { sweep: 'merge-delay' | 'expired-keys' | 'partitions' };
}

/** Why a job did not do its work. The default is ambiguous: it may have happened, so it is retried as a duplicate-safe act and shown. */
export const FAILURE_KINDS = ['transient', 'ambiguous', 'permanent'] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** Postgres channels. Sent after commit, debounced, on a connection of their own; a poll is the safety net. Payloads are ids or empty. */
export const CHANNELS = { outbox: 'lateral_outbox', notice: 'lateral_notice', audit: 'lateral_audit', session: 'lateral_session' } as const;
