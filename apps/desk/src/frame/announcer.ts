import type { Timers } from '../clock.js';

/** At most one message in so long; what comes meanwhile is said together. */
export const BATCH_MS = 30_000;

/** The page's one polite region. What cannot wait is said at once; all else is counted and said in one sentence. */
export class Announcer {
  private text = '';
  private saidAt = -Infinity;
  private waiting: { count: number; textOf: (count: number) => string } | null = null;
  private readonly hearers = new Set<() => void>();

  constructor(private readonly deps: { now: () => Date; timers: Timers }) {}

  readonly now = (): string => this.text;

  readonly hear = (hearer: () => void): (() => void) => {
    this.hearers.add(hearer);
    return () => { this.hearers.delete(hearer); };
  };

  /** Said at once. */
  say(text: string): void {
    this.saidAt = this.deps.now().getTime();
    // The same sentence again is a change that is read again.
    this.become(text === this.text ? `${text}\u00a0` : text);
  }

  /** Said when half a minute has gone by since the last; `textOf` is told how many came by then. */
  sayTogether(textOf: (count: number) => string): void {
    const left = this.saidAt + BATCH_MS - this.deps.now().getTime();
    if (this.waiting === null && left <= 0) return this.say(textOf(1));
    if (this.waiting === null) this.deps.timers.after(left, () => { this.flush(); });
    this.waiting = { count: (this.waiting?.count ?? 0) + 1, textOf };
  }

  /** Somebody locked: what was said is said no more. */
  clear(): void {
    this.waiting = null;
    this.become('');
  }

  private flush(): void {
    const { waiting } = this;
    this.waiting = null;
    if (waiting !== null) this.say(waiting.textOf(waiting.count));
  }

  private become(text: string): void {
    this.text = text;
    for (const hearer of this.hearers) hearer();
  }
}
