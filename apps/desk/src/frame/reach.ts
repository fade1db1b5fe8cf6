import type { Timers } from '../clock.js';

export const PROBE_MS = 15_000;
export interface Reached { isAway: boolean; at: Date | null }

/** Whether the hub can be reached, as the last request found it, and when it last answered. While it is away, `probe` asks it every 15 seconds. */
export class Reach {
  private reached: Reached = { isAway: false, at: null };
  private readonly hearers = new Set<() => void>();

  constructor(private readonly deps: { now: () => Date; timers: Timers; probe: () => Promise<unknown> }) {}

  readonly now = (): Reached => this.reached;

  readonly hear = (hearer: () => void): (() => void) => {
    this.hearers.add(hearer);
    return () => { this.hearers.delete(hearer); };
  };

  answered(): void {
    const wasAway = this.reached.isAway;
    // Nobody needs to hear of every request: only the time is noted while all is well.
    this.reached = { isAway: false, at: this.deps.now() };
    if (wasAway) this.tell();
  }

  away(): void {
    if (this.reached.isAway) return;
    this.reached = { ...this.reached, isAway: true };
    this.tell();
    this.probeLater();
  }

  private probeLater(): void {
    this.deps.timers.after(PROBE_MS, () => {
      if (!this.reached.isAway) return;
      void this.deps.probe().catch(() => null).then(() => { if (this.reached.isAway) this.probeLater(); });
    });
  }

  private tell(): void {
    for (const hearer of this.hearers) hearer();
  }
}
