import type { Clock } from '@lateral/exchange';

/** The database's time, asked once for all acts that ask while the answer is under way: it is then older than none of them by more than a round trip. */
export class SharedClock implements Clock {
  private reading: Promise<Date> | null = null;

  constructor(private readonly clock: Clock) {}

  now(): Promise<Date> {
    this.reading ??= this.clock.now().finally(() => { this.reading = null; });
    return this.reading;
  }
}
