/**
 * Every number the queues run on, in one place. Reasons are given where a default of the engine would lose or delay work.
 */
export interface RetrySettings {
  /** Tries before the job leaves the queue; the outbox reconciler may then add the same id again. */
  attempts: number;
  /** Milliseconds before the second try; doubles with each one. */
  baseMs: number;
  /** No wait is longer than this, in milliseconds. */
  capMs: number;
}

export interface TimingSettings {
  /** A job whose worker has not renewed its lock for this long (ms) is given to another. */
  lockMs: number;
  /** How often (ms) each worker looks for such jobs. */
  stalledCheckMs: number;
  /** Seconds an idle worker blocks before it asks again. */
  drainSeconds: number;
  /** How long (ms) `close` waits for handlers before it leaves their jobs to another worker. */
  closeGraceMs: number;
}

export const RETRY: Readonly<RetrySettings> = { attempts: 12, baseMs: 500, capMs: 5 * 60_000 };
export const TIMING: Readonly<TimingSettings> = { lockMs: 10_000, stalledCheckMs: 5_000, drainSeconds: 5, closeGraceMs: 10_000 };

/** The engine's default of 1 drops a job whose worker was killed twice. Killing workers must not lose work. */
export const MAX_STALLED_COUNT = 100_000;

/** The engine keeps 10,000 events a queue by default; with a queue for each agency that is memory nobody reads. */
export const MAX_EVENTS = 100;

export const BACKOFF_NAME = 'lateral';

/**
 * The same id is ignored while any job with it exists, finished and failed ones included; so both are removed at once,
 * or the reconciler's second add would silently do nothing. No stack is kept: a stack may quote data.
 */
export const JOB_OPTIONS = { removeOnComplete: true, removeOnFail: true, stackTraceLimit: 0, keepLogs: 0, backoff: { type: BACKOFF_NAME } } as const;

/** Producers fail fast: the outbox keeps what was not queued, so waiting in memory would only hide an outage. */
export const PRODUCER_CONNECTION = { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 5_000, connectTimeout: 5_000 } as const;

/** Workers never give up a command: a blocked read that errors out would stop the worker. */
export const WORKER_CONNECTION = { enableOfflineQueue: true, maxRetriesPerRequest: null, connectTimeout: 5_000 } as const;

/** The one authority of the server's certificate; the name in it is verified too. */
export interface QueueTls { ca: string; rejectUnauthorized: true }

/** Milliseconds before the nth reconnect. Short, so that work resumes within a second of the server's return. */
export function reconnectDelayMs(times: number): number {
  return Math.min(50 * times, 1_000);
}

/** Connections: what all producers share, and what each worker holds besides its listening one. */
export const POSTGRES_PRODUCER_POOL = { max: 4, connectionTimeoutMillis: 5_000, query_timeout: 10_000 } as const;
export const POSTGRES_WORKER_POOL = { max: 2, connectionTimeoutMillis: 5_000 } as const;
