import { Queue, type IQueueBackend } from 'bullmq';
import type { QueueDoor } from './queue-door.js';
import { systemCodeOf } from './job-failure.js';
import { QueueUnreachableError, type QueueReports } from './queue-report.js';
import { JOB_OPTIONS, MAX_EVENTS, type RetrySettings } from './queue.settings.js';

/** One thing to be done, in the engine's own terms. */
export interface ShelvedJob {
  jobId: string;
  data: object;
  delayMs: number;
}

/** The engine's queue, on whichever backend. */
type SendingQueue = Queue<unknown, unknown, string, unknown, unknown, string, IQueueBackend>;

/** What a queue holds at this moment. */
export interface QueueCounts {
  waiting: number;
  active: number;
  delayed: number;
}

/** The sending halves of the queues, opened when first used and kept. All of them share the door's one connection. */
export class QueueShelf {
  private readonly queues = new Map<string, SendingQueue>();

  constructor(
    private readonly door: QueueDoor,
    private readonly retry: RetrySettings,
    private readonly reports: QueueReports,
  ) {}

  /** Adds all jobs in one round trip. A job whose id is still in the queue is left as it is. Throws QueueUnreachableError. */
  async add(queueName: string, family: string, jobs: readonly ShelvedJob[]): Promise<void> {
    const queue = this.open(queueName);
    const attempts = this.retry.attempts;
    const entries = jobs.map(({ jobId, data, delayMs }) => ({ name: family, data, opts: { ...JOB_OPTIONS, attempts, jobId, delay: delayMs } }));
    await this.reach(queueName, queue, () => queue.addBulk(entries));
  }

  async counts(queueName: string): Promise<QueueCounts> {
    const queue = this.open(queueName);
    const found = await this.reach(queueName, queue, () => queue.getJobCounts('waiting', 'active', 'delayed'));
    return { waiting: found['waiting'] ?? 0, active: found['active'] ?? 0, delayed: found['delayed'] ?? 0 };
  }

  async close(): Promise<void> {
    await Promise.allSettled([...this.queues.values()].map((queue) => queue.close()));
    this.queues.clear();
  }

  private open(queueName: string): SendingQueue {
    if (!this.door.isOpen()) throw new QueueUnreachableError('not-connected');
    const known = this.queues.get(queueName);
    if (known !== undefined) return known;
    const streams = { events: { maxLen: MAX_EVENTS } };
    const queue: SendingQueue = new Queue(queueName, { connection: {}, prefix: this.door.prefix, streams }, this.door.producers);
    // Every failed call is thrown to its caller as well; the listener keeps the emitter from ending the process.
    queue.on('error', () => undefined);
    this.queues.set(queueName, queue);
    return queue;
  }

  private async reach<T>(queueName: string, queue: SendingQueue, act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      // A queue that was opened while the server went away never recovers by itself: forget it, and open it anew next time.
      if (this.queues.get(queueName) === queue) this.queues.delete(queueName);
      const code = systemCodeOf(error) ?? 'unexpected';
      this.reports.log({ event: 'queue-error', queue: queueName, code });
      throw new QueueUnreachableError(code);
    }
  }
}
