import type { Logger, LogEvent } from '@lateral/platform';

export interface WorkLoopOptions {
  /** Does one batch; returns how much there was, 0 where there was nothing. */
  work: () => Promise<number>;
  /** How long to wait without being woken: wake-ups are hints, the poll is what nothing gets past. */
  pollMs: number;
  /** How long to wait after a failure. */
  retryMs: number;
  log: Logger;
  failed: LogEvent;
}

/** Works batch after batch until there is nothing, then waits to be woken or for the next poll. One batch at a time. */
export class WorkLoop {
  private wakeUp: (() => void) | null = null;
  private woken = false;
  private stopping = false;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly options: WorkLoopOptions) {}

  start(): void {
    this.running = this.run();
  }

  /** Something may be there. Returns at once. */
  wake(): void {
    this.woken = true;
    this.wakeUp?.();
  }

  /** Resolves when the batch in hand is done. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wakeUp?.();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      this.woken = false;
      const { done, failed } = await this.once();
      if (done === 0 || failed) await this.rest(failed ? this.options.retryMs : this.options.pollMs, failed);
    }
  }

  private async once(): Promise<{ done: number; failed: boolean }> {
    try {
      return { done: await this.options.work(), failed: false };
    } catch (error) {
      this.options.log.failure(this.options.failed, error);
      return { done: 0, failed: true };
    }
  }

  // After a failure a wake-up does not shorten the wait: what failed a moment ago would fail again.
  private rest(ms: number, failed: boolean): Promise<void> {
    if (this.stopping || (this.woken && !failed)) return Promise.resolve();
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.wakeUp = null;
        resolve();
      };
      const timer = setTimeout(end, ms);
      this.wakeUp = (): void => { if (this.stopping || !failed) end(); };
    });
  }
}
