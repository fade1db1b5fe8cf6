import type { JobPayloads, QueueName } from '@lateral/contracts';
import { agencyOf, queueNameFor, requireJobId, requirePayload } from './job-payload.js';
import type { QueueShelf, ShelvedJob } from './queue-shelf.js';

export interface NewJob<N extends QueueName> {
  payload: JobPayloads[N];
  jobId: string;
  /** Milliseconds before it may be taken. A hint only: deadlines are columns that get swept. */
  delayMs?: number;
}

/**
 * Sends jobs of one kind; one that is kept per agency goes to the queue of the agency that its payload names. Both calls throw
 * TypeError for a payload outside the closed shape or an id the engine would misread, and QueueUnreachableError at once when the
 * server is away. A job whose id is still in the queue is silently left as it is.
 */
export class Producer<N extends QueueName> {
  constructor(
    private readonly name: N,
    private readonly shelf: QueueShelf,
  ) {}

  async add(payload: JobPayloads[N], options: { jobId: string; delayMs?: number }): Promise<void> {
    await this.addBulk([{ payload, ...options }]);
  }

  /** One round trip for each queue concerned: the only call for a relay. All jobs are checked before the first is sent. */
  async addBulk(jobs: readonly NewJob<N>[]): Promise<void> {
    const byQueue = new Map<string, ShelvedJob[]>();
    for (const job of jobs) {
      const payload = requirePayload(this.name, job.payload);
      const queueName = queueNameFor(this.name, agencyOf(payload));
      const shelved = { jobId: requireJobId(job.jobId), data: { ...payload }, delayMs: job.delayMs ?? 0 };
      byQueue.set(queueName, [...(byQueue.get(queueName) ?? []), shelved]);
    }
    // Settled, not raced: the caller learns of a failure only when nothing of this call is still under way.
    const sent = await Promise.allSettled([...byQueue].map(([queueName, shelved]) => this.shelf.add(queueName, this.name, shelved)));
    const failed = sent.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }
}
