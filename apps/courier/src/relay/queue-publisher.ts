import type { NoticePublisher } from '@lateral/exchange';
import { notifyJobId, type QueueHost } from '@lateral/queues';

/** Puts notices on their agencies' queues: ids only, the event's own id making the job's. */
export class QueuePublisher implements NoticePublisher {
  constructor(private readonly queues: QueueHost) {}

  publish(jobs: readonly { event: string; agency: string }[]): Promise<void> {
    return this.queues.producer('notify-agency').addBulk(jobs.map((payload) => ({ payload, jobId: notifyJobId(payload.event, payload.agency) })));
  }
}
