import type { NoticeView } from '@lateral/contracts';
import type { Timers } from '../clock.js';
import type { Hub } from '../hub/hub.js';
import { readEvents } from './event-stream.js';

/** The hub pings every 15 seconds: after so long without one nobody is there. */
export const SILENCE_MS = 40_000;
const LONGEST_PAUSE_MS = 15_000;
const LOCK = 'lateral-live';

/** `live`: the stream is open here or in another window. `polling`: it is not, and the hub is asked again and again. */
export interface Standing { mode: 'starting' | 'live' | 'paused' | 'polling'; at: Date }
type Spread = { notice: NoticeView } | { mode: Standing['mode']; at: number };

/** As much of a BroadcastChannel and of `navigator.locks` as is used. */
export interface Channel { postMessage(message: unknown): void; onmessage: ((event: { data: Spread }) => void) | null }
export interface Locks { request(name: string, options: { signal: AbortSignal }, holding: () => Promise<void>): Promise<void> }

export interface LiveDeps {
  hub: Pick<Hub, 'events'>;
  channel: Channel;
  locks: Locks | null;
  timers: Timers;
  now: () => Date;
  isHidden: () => boolean;
  /** Asks for everything that is shown again. */
  poll: () => Promise<void>;
}

/** Notify's formula: the slower the hub answered, the longer it is left alone. Milliseconds, both. */
export function pauseAfter(answeredInMs: number): number {
  return Math.max(Math.floor(250 * Math.sqrt(answeredInMs)) - 1_000, 1_000);
}

/**
 * What happens, as it happens: one window holds the stream and tells the others. Where the stream is cut it is begun again from the last
 * notice; where that does not come off, the window that led polls instead, unless nobody looks at it. Notices hold no content.
 */
export class Live {
  private standing: Standing;
  private last: string | null = null;
  private heardAt = 0;
  private running: AbortController | null = null;
  private readonly hearers = new Set<() => void>();
  private readonly noticed = new Set<(notice: NoticeView) => void>();

  constructor(private readonly deps: LiveDeps) {
    this.standing = { mode: 'starting', at: deps.now() };
  }

  readonly now = (): Standing => this.standing;

  readonly hear = (hearer: () => void): (() => void) => {
    this.hearers.add(hearer);
    return () => { this.hearers.delete(hearer); };
  };

  readonly onNotice = (hearer: (notice: NoticeView) => void): (() => void) => {
    this.noticed.add(hearer);
    return () => { this.noticed.delete(hearer); };
  };

  /** From unlocking to locking. Returns how to end it. */
  start(): () => void {
    const running = new AbortController();
    this.running = running;
    this.deps.channel.onmessage = ({ data }) => { this.spread(data); };
    const lead = (): Promise<void> => this.lead(running.signal);
    void (this.deps.locks === null ? lead() : this.deps.locks.request(LOCK, { signal: running.signal }, lead)).catch(() => undefined);
    return () => {
      running.abort();
      this.deps.channel.onmessage = null;
      if (this.running === running) this.running = null;
    };
  }

  /** Somebody asked: everything is fetched now. */
  async checkAgain(): Promise<void> {
    await this.deps.poll();
    this.become(this.standing.mode, true);
  }

  private async lead(signal: AbortSignal): Promise<void> {
    this.heardAt = this.deps.now().getTime();
    for (let failures = 0; !signal.aborted;) {
      const began = this.deps.now().getTime();
      await this.follow(signal);
      if (signal.aborted) return;
      failures = this.heardAt > began ? 1 : failures + 1;
      await this.bridge(signal, failures);
    }
  }

  /** Reads the stream until it ends, is cut or falls silent. */
  private async follow(signal: AbortSignal): Promise<void> {
    const cut = new AbortController();
    const end = (): void => { cut.abort(); };
    signal.addEventListener('abort', end);
    let cancel = this.deps.timers.after(SILENCE_MS, end);
    const heard = (): void => {
      cancel();
      cancel = this.deps.timers.after(SILENCE_MS, end);
      this.heardAt = this.deps.now().getTime();
      this.become('live');
    };
    try {
      const stream = await this.deps.hub.events(this.last, cut.signal);
      // Whatever was missed meanwhile and is told by no notice.
      if (this.standing.mode !== 'starting' && this.standing.mode !== 'live') void this.deps.poll().catch(() => undefined);
      await readEvents(stream, { heard, event: ({ id, data }) => { this.read(id, data); } });
    } catch {
      // It is begun again below, whatever ended it.
    } finally {
      cancel();
      signal.removeEventListener('abort', end);
    }
  }

  /** The time until the stream is tried again: a short pause, and after 40 seconds without it a poll. */
  private async bridge(signal: AbortSignal, failures: number): Promise<void> {
    const isLong = this.deps.now().getTime() - this.heardAt >= SILENCE_MS;
    if (failures > 1 || isLong) this.become(isLong ? 'polling' : 'paused');
    const pause = isLong && !this.deps.isHidden() ? await this.pollOnce() : Math.min(500 * 2 ** Math.min(failures, 6), LONGEST_PAUSE_MS);
    await this.wait(pause, signal);
  }

  private async pollOnce(): Promise<number> {
    const began = this.deps.now().getTime();
    const came = await this.deps.poll().then(() => true, () => false);
    if (came) this.become('polling', true);
    return pauseAfter(this.deps.now().getTime() - began);
  }

  private wait(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((go) => {
      const cancel = this.deps.timers.after(ms, go);
      signal.addEventListener('abort', () => { cancel(); go(); }, { once: true });
    });
  }

  private read(id: string | null, data: string): void {
    this.last = id ?? this.last;
    const notice = JSON.parse(data) as NoticeView;
    this.deps.channel.postMessage({ notice } satisfies Spread);
    this.notice(notice);
  }

  private spread(data: Spread): void {
    if ('notice' in data) return this.notice(data.notice);
    this.standing = { mode: data.mode, at: new Date(data.at) };
    this.tell();
  }

  private notice(notice: NoticeView): void {
    for (const hearer of this.noticed) hearer(notice);
  }

  private become(mode: Standing['mode'], isChecked = mode === 'live'): void {
    const changed = mode !== this.standing.mode;
    if (!changed && mode === 'live') {
      // A ping is no news: only the time is noted.
      this.standing.at = this.deps.now();
      return;
    }
    this.standing = { mode, at: isChecked ? this.deps.now() : this.standing.at };
    this.deps.channel.postMessage({ mode, at: this.standing.at.getTime() } satisfies Spread);
    this.tell();
  }

  private tell(): void {
    for (const hearer of this.hearers) hearer();
  }
}
