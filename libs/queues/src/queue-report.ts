import type { FailureKind } from '@lateral/contracts';

/** What the queues tell the log: ids, codes and numbers. There is no field that could hold a sentence. */
export type QueueLogEntry =
  | { event: 'job-failed'; queue: string; jobId: string; kind: FailureKind; code: string; attempt: number; final: boolean }
  | { event: 'job-stalled'; queue: string; jobId: string }
  | { event: 'lock-lost'; queue: string; jobId: string }
  | { event: 'queue-connection'; state: 'lost' | 'back' }
  | { event: 'queue-error'; queue: string; code: string };

/** An act that may have happened. It is tried again; someone should be able to see that it was. */
export interface AmbiguousJob {
  queue: string;
  jobId: string;
  code: string;
  attempt: number;
}

export interface QueueReports {
  log: (entry: QueueLogEntry) => void;
  onAmbiguous: (job: AmbiguousJob) => void;
}

/** Why queues cannot be used: `setting` is the server's setting to mend, or `unreachable`. The message is one sentence for a person. */
export class QueueSetupError extends Error {
  override readonly name = 'QueueSetupError';
  readonly setting: string;
  /** For the log, which shows codes and no sentences. */
  readonly code: string;

  constructor(setting: string, sentence: string) {
    super(sentence);
    this.setting = setting;
    this.code = `queue-${setting}`;
  }
}

/** The queue did not take the work. The caller still holds it (in the outbox) and tries again later. */
export class QueueUnreachableError extends Error {
  override readonly name = 'QueueUnreachableError';
  readonly code: string;

  constructor(code: string) {
    super(`the queue cannot be reached (${code})`);
    this.code = code;
  }
}
