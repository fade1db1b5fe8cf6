import type { NotifyAgency } from '@lateral/exchange';
import type { Logger } from '@lateral/platform';
import { JobFailure, type JobHandler, type QueueHost } from '@lateral/queues';

/** Mails to one agency under way at once: its own server decides how fast it takes them, and nobody else waits for it. */
const CONCURRENCY = 4;

/** Hosts one worker for each agency, so that one dead mailbox delays nobody else. */
export class NotifyAgencyWorkers {
  private readonly hosted = new Set<string>();

  constructor(private readonly queues: QueueHost, private readonly notify: NotifyAgency, private readonly log: Logger) {}

  get agencies(): string[] {
    return [...this.hosted];
  }

  /** Makes sure that every agency has its worker; those that have one keep it. */
  async hostFor(agencies: readonly string[]): Promise<void> {
    for (const agency of agencies.filter((candidate) => !this.hosted.has(candidate))) {
      await this.queues.host('notify-agency', this.handler, { concurrency: CONCURRENCY, agency });
      this.hosted.add(agency);
    }
  }

  private readonly handler: JobHandler<'notify-agency'> = async (payload) => {
    const result = await this.notify.carryOut(payload);
    if (result.ok) {
      this.log.log('job.done', { job: payload.event, agency: payload.agency, code: result.outcome });
      return;
    }
    return new JobFailure(result.kind, result.code);
  };
}
