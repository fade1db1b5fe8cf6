import type { Timers } from '../clock.js';

/** A clock for tests that goes on when it is told to, and does then what was due. */
export class TestClock implements Timers {
  private ms: number;
  private due: { at: number; act: () => void }[] = [];

  constructor(from: string) {
    this.ms = Date.parse(from);
  }

  readonly now = (): Date => new Date(this.ms);

  readonly after = (ms: number, act: () => void): (() => void) => {
    const entry = { at: this.ms + ms, act };
    this.due.push(entry);
    return () => { this.due = this.due.filter((each) => each !== entry); };
  };

  get waiting(): number {
    return this.due.length;
  }

  /** Goes on, doing each thing at its time and letting what follows from it happen. */
  async by(ms: number): Promise<void> {
    const end = this.ms + ms;
    for (;;) {
      const [next] = this.due.filter(({ at }) => at <= end).toSorted((one, other) => one.at - other.at);
      if (next === undefined) break;
      this.due = this.due.filter((each) => each !== next);
      this.ms = Math.max(this.ms, next.at);
      next.act();
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    }
    this.ms = end;
  }

  /** The computer sleeps: time goes by and nothing is done, until it wakes. */
  async sleep(ms: number): Promise<void> {
    this.ms += ms;
    await this.by(0);
  }
}
