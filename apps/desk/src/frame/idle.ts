import type { Timers } from '../clock.js';

export const WARN_MS = 8 * 60_000;
export const LOCK_MS = 10 * 60_000;
const TICK_MS = 1_000;
/** A longer gap between two ticks is a computer that slept. A window in the background is given fewer ticks by its browser. */
const GAP_MS = 60_000;
const HIDDEN_GAP_MS = 150_000;
/** Seconds left at which it is said aloud. */
const SAID_AT = [120, 60, 30, 10];

/** `left`: seconds until it locks; `said`: the same as it was last announced. null while somebody is there. */
export type IdleShown = { left: number; said: number } | null;
export interface IdleDeps { now: () => Date; timers: Timers; isHidden: () => boolean; lock: () => void }

/** Watches whether anybody is there: warns after eight minutes, locks after ten, and at once where the computer slept. */
export class Idle {
  private shown: IdleShown = null;
  private usedAt = 0;
  private tickedAt = 0;
  private cancel: (() => void) | null = null;
  private readonly hearers = new Set<() => void>();

  constructor(private readonly deps: IdleDeps) {}

  readonly now = (): IdleShown => this.shown;

  readonly hear = (hearer: () => void): (() => void) => {
    this.hearers.add(hearer);
    return () => { this.hearers.delete(hearer); };
  };

  /** From unlocking on. Returns how to end it. */
  start(): () => void {
    this.usedAt = this.tickedAt = this.deps.now().getTime();
    this.next();
    return () => {
      this.cancel?.();
      this.cancel = null;
      this.become(null);
    };
  }

  /** A key or a pointer was used. Once the warning stands only `stay` counts: whoever brushes past a desk does not unlock it. */
  used(): void {
    if (this.shown === null) this.usedAt = this.deps.now().getTime();
  }

  stay(): void {
    this.usedAt = this.deps.now().getTime();
    this.become(null);
  }

  private tick(): void {
    const now = this.deps.now().getTime();
    const gap = now - this.tickedAt;
    this.tickedAt = now;
    const idle = now - this.usedAt;
    if (gap > (this.deps.isHidden() ? HIDDEN_GAP_MS : GAP_MS) || idle >= LOCK_MS) {
      this.cancel = null;
      this.become(null);
      return this.deps.lock();
    }
    if (idle >= WARN_MS) this.warn(Math.ceil((LOCK_MS - idle) / 1_000));
    this.next();
  }

  private warn(left: number): void {
    const said = SAID_AT.filter((at) => left <= at).at(-1) ?? SAID_AT[0]!;
    if (this.shown?.left !== left) this.become({ left, said });
  }

  private next(): void {
    this.cancel = this.deps.timers.after(TICK_MS, () => { this.tick(); });
  }

  private become(shown: IdleShown): void {
    if (shown === this.shown) return;
    this.shown = shown;
    for (const hearer of this.hearers) hearer();
  }
}
