import type { JobPayloads } from '@lateral/contracts';
import type { Clock, WatchLedger } from '@lateral/exchange';
import type { Logger } from '@lateral/platform';
import type { JobHandler, QueueHost } from '@lateral/queues';

type Sweep = JobPayloads['sweep']['sweep'];

/** How often each sweep is due, in milliseconds. */
const EVERY_MS: Record<Sweep, number> = { 'merge-delay': 5_000, 'expired-keys': 3_600_000, 'partitions': 6 * 3_600_000 };

export interface SweepParts {
  clock: Clock;
  watch: WatchLedger;
  upkeep: { sweepExpired(at: Date): Promise<number>; ensurePartitions(at: Date): Promise<number> };
  log: Logger;
}

/** What is done by the clock rather than because somebody acted. A queued sweep is a hint; the sweep itself looks at what is there. */
export class Sweeps {
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(private readonly queues: QueueHost, private readonly parts: SweepParts) {}

  async start(): Promise<void> {
    await this.queues.host('sweep', this.handler, { concurrency: 1 });
    for (const sweep of Object.keys(EVERY_MS) as Sweep[]) {
      await this.ask(sweep);
      this.timers.push(setInterval(() => { void this.ask(sweep); }, EVERY_MS[sweep]));
    }
  }

  stop(): void {
    for (const timer of this.timers) clearInterval(timer);
  }

  // One id a sweep: while one waits or runs, asking again (from here or another courier) adds nothing.
  private async ask(sweep: Sweep): Promise<void> {
    try {
      await this.queues.producer('sweep').add({ sweep }, { jobId: `sweep-${sweep}` });
    } catch (error) {
      this.parts.log.failure('sweep.failed', error, { sweep });
    }
  }

  private readonly handler: JobHandler<'sweep'> = async ({ sweep }) => {
    const { log } = this.parts;
    const count = await this.carryOut(sweep);
    if (count > 0) log.log('sweep.done', { sweep, count });
  };

  private async carryOut(sweep: Sweep): Promise<number> {
    const { clock, watch, upkeep } = this.parts;
    switch (sweep) {
      case 'merge-delay':
        return (await watch.checkMergeDelay()) === 'exceeded' ? 1 : 0;
      case 'expired-keys':
        return upkeep.sweepExpired(await clock.now());
      case 'partitions':
        return upkeep.ensurePartitions(await clock.now());
    }
  }
}
