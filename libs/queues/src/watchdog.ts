import type { HostedWorker } from './queue-worker.js';
import type { QueueCounts } from './queue-shelf.js';

/** A queue that had work, a worker with a free hand, and no job taken since the look before. */
export interface StuckQueue {
  queue: string;
  waiting: number;
}

interface Look {
  taken: number;
  waiting: number;
}

/**
 * An earlier release of the engine had workers that said they were running and took nothing after an outage. That is mended and
 * tested for; this is the second line. It needs no clock: the caller looks at its own interval (longer than any pause in taking
 * that it would accept), and two looks in a row must show waiting work with nothing taken between. Retries that are merely due
 * are not seen here; the age of the oldest outbox row shows those.
 */
export class Watchdog {
  private readonly before = new Map<string, Look>();

  /** Looks at one worker; null when it is at work or has nothing to do. */
  look(worker: Pick<HostedWorker, 'queueName' | 'taken' | 'isBusy'>, counts: QueueCounts): StuckQueue | null {
    const before = this.before.get(worker.queueName);
    this.before.set(worker.queueName, { taken: worker.taken, waiting: counts.waiting });
    const nothingTaken = before !== undefined && before.waiting > 0 && before.taken === worker.taken;
    return nothingTaken && counts.waiting > 0 && !worker.isBusy ? { queue: worker.queueName, waiting: counts.waiting } : null;
  }
}
