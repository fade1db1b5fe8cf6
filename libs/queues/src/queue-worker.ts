import { ErrorCode, UnrecoverableError, Worker, type IQueueBackend, type Job } from 'bullmq';
import type { JobPayloads, QueueName } from '@lateral/contracts';
import { backoffMs } from './backoff.js';
import { JobFailure, failureOf, systemCodeOf } from './job-failure.js';
import { readPayload } from './job-payload.js';
import type { QueueDoor } from './queue-door.js';
import type { QueueReports } from './queue-report.js';
import { MAX_STALLED_COUNT, type RetrySettings, type TimingSettings } from './queue.settings.js';

export interface JobContext {
  queue: string;
  jobId: string;
  /** 1 for the first try. */
  attempt: number;
  /** Aborted when the lock is lost (another worker may have the job) or the process is closing. */
  signal: AbortSignal;
}

/** Does the work of one job. Returning nothing means done; a JobFailure, returned or thrown, says why not. Duplicates must be harmless. */
export type JobHandler<N extends QueueName> = (payload: JobPayloads[N], context: JobContext) => Promise<JobFailure | void>;

export interface WorkerWorld {
  door: QueueDoor;
  retry: RetrySettings;
  timing: TimingSettings;
  random: () => number;
  reports: QueueReports;
}

/** Connection errors come once for each worker and reconnect; the door tells of the outage once, so these are left out. */
const OUTAGE_CODES = new Set(['econnrefused', 'econnreset', 'epipe', 'etimedout', 'ehostunreach', 'enotfound', 'eai-again']);

/** What the host and the watchdog need of a worker, whatever its jobs. */
export interface HostedWorker {
  readonly queueName: string;
  /** Jobs taken since the start; the watchdog compares two looks at it. */
  readonly taken: number;
  /** Every hand is in use. */
  readonly isBusy: boolean;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** One worker on one queue. */
export class QueueWorker<N extends QueueName> implements HostedWorker {
  taken = 0;
  private readonly running = new Set<Promise<void>>();
  private readonly closing = new AbortController();
  private loop: Promise<void> = Promise.resolve();
  private readonly worker: Worker<unknown, void, string, IQueueBackend>;

  constructor(
    private readonly family: N,
    readonly queueName: string,
    private readonly handler: JobHandler<N>,
    readonly concurrency: number,
    private readonly world: WorkerWorld,
  ) {
    const { door, timing, retry, random } = world;
    const backoffStrategy = (attemptsMade: number): number => backoffMs(attemptsMade, retry, random);
    this.worker = new Worker(queueName, (job, _token, signal) => this.track(job, signal), {
      connection: {}, prefix: door.prefix, concurrency, autorun: false,
      lockDuration: timing.lockMs, stalledInterval: timing.stalledCheckMs, drainDelay: timing.drainSeconds,
      maxStalledCount: MAX_STALLED_COUNT, runRetryDelay: 1_000, settings: { backoffStrategy },
      removeOnComplete: { count: 0 }, removeOnFail: { count: 0 },
    }, door.workers);
    this.listen();
  }

  get isBusy(): boolean {
    return this.running.size >= this.concurrency;
  }

  /** Resolves when the worker is connected and taking jobs; throws when it cannot connect. */
  async start(): Promise<void> {
    await this.worker.waitUntilReady();
    this.loop = this.worker.run().catch((error: unknown) => this.tellError(error));
  }

  /**
   * Takes nothing more, waits `closeGraceMs` for what runs, then leaves the rest to another worker (their locks run out). While the
   * server is away nothing can be recorded as done, so only the handlers are waited for. The engine's own gentle close would wait
   * for the server without end; the loop is awaited here instead, and the close is the forced one.
   */
  async close(): Promise<void> {
    const { door, timing } = this.world;
    await this.worker.pause(true);
    this.closing.abort();
    await within(timing.closeGraceMs, door.isOpen() ? this.stopLoop() : Promise.allSettled([...this.running]));
    await within(timing.closeGraceMs, this.worker.close(true));
  }

  /** The paused loop ends when its jobs are recorded and its blocked read is interrupted. */
  private async stopLoop(): Promise<void> {
    await this.worker.getBackend().disconnectBlocking(false);
    await this.loop;
  }

  private async track(job: Job<unknown>, signal: AbortSignal | undefined): Promise<void> {
    this.taken += 1;
    const work = this.attempt(job, signal);
    this.running.add(work);
    try {
      await work;
    } finally {
      this.running.delete(work);
    }
  }

  private async attempt(job: Job<unknown>, signal: AbortSignal | undefined): Promise<void> {
    const jobId = job.id ?? '';
    const attempt = job.attemptsMade + 1;
    const signals = signal === undefined ? [this.closing.signal] : [signal, this.closing.signal];
    const failure = await this.handle(job.data, { queue: this.queueName, jobId, attempt, signal: AbortSignal.any(signals) });
    if (failure === null) return;
    const final = failure.kind === 'permanent' || attempt >= (job.opts.attempts ?? 1);
    this.world.reports.log({ event: 'job-failed', queue: this.queueName, jobId, kind: failure.kind, code: failure.code, attempt, final });
    if (failure.kind === 'ambiguous') this.world.reports.onAmbiguous({ queue: this.queueName, jobId, code: failure.code, attempt });
    // The engine stores the message it is given. It gets the code and never the error itself.
    throw failure.kind === 'permanent' ? new UnrecoverableError(failure.code) : new Error(failure.code);
  }

  private async handle(data: unknown, context: JobContext): Promise<JobFailure | null> {
    const read = readPayload(this.family, data);
    // Whoever can write to Redis can write any job: what is not of the closed shape never reaches a handler.
    if (!read.ok) return new JobFailure('permanent', 'job-malformed');
    try {
      return (await this.handler(read.payload, context)) ?? null;
    } catch (thrown) {
      return failureOf(thrown);
    }
  }

  private listen(): void {
    const { log, onAmbiguous } = this.world.reports;
    const queue = this.queueName;
    this.worker.on('error', (error) => this.tellError(error));
    this.worker.on('stalled', (jobId) => {
      log({ event: 'job-stalled', queue, jobId });
      onAmbiguous({ queue, jobId, code: 'stalled', attempt: 0 });
    });
    this.worker.on('lockRenewalFailed', (jobIds) => {
      for (const jobId of jobIds) log({ event: 'lock-lost', queue, jobId });
    });
  }

  private tellError(error: unknown): void {
    const code = isLostLock(error) ? 'lock-lost' : systemCodeOf(error) ?? 'unexpected';
    const connectionClosed = error instanceof Error && error.message.startsWith('Connection is closed');
    if (connectionClosed || OUTAGE_CODES.has(code)) return;
    this.world.reports.log({ event: 'queue-error', queue: this.queueName, code });
  }
}


/** The job ran longer than its lock was renewed (an outage, a stopped process): another worker has it, or will. */
function isLostLock(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && (error.code === ErrorCode.JobLockNotExist || error.code === ErrorCode.JobLockMismatch);
}

/** Whether `work` was done within `ms`. */
async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<boolean>((resolve) => { timer = setTimeout(() => resolve(false), ms); });
  try {
    return await Promise.race([work.then(() => true), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
