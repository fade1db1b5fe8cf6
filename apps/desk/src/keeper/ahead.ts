const FRESH_MS = 60_000;

/**
 * What unlocking takes from the hub, asked for while its page is read. Each answer is taken once, and none that is older than a minute;
 * an ask that failed is asked again by whoever needs it. None of it is believed before it is verified, however it came.
 */
export class Ahead {
  private readonly kept = new Map<string, { until: number; answer: Promise<unknown> }>();

  constructor(private readonly now: () => Date) {}

  /** Asks now, unless that was done a little while ago. */
  begin(name: string, ask: () => Promise<unknown>): void {
    const at = this.now().getTime();
    if ((this.kept.get(name)?.until ?? 0) > at) return;
    const answer = ask();
    answer.catch(() => { if (this.kept.get(name)?.answer === answer) this.kept.delete(name); });
    this.kept.set(name, { until: at + FRESH_MS, answer });
  }

  /** What was asked for ahead, if it is fresh; else what `ask` brings. */
  async take<T>(name: string, ask: () => Promise<T>): Promise<T> {
    const kept = this.kept.get(name);
    this.kept.delete(name);
    if (kept === undefined || kept.until <= this.now().getTime()) return ask();
    return (kept.answer as Promise<T>).catch(ask);
  }

  /** Once everything that was asked for is there, or has failed. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.kept.values()].map(({ answer }) => answer));
  }

  clear(): void {
    this.kept.clear();
  }
}
