import type { AgreementStore, LawSource, LawView } from '@lateral/exchange';
import type { ConfiguredLaw } from './load-law.js';

/** How long an agreement that was published through another hub may go unnoticed by this one. */
const FRESH_MS = 2_000;

/** The law as this hub stands by it: what it was configured with, and the agreements in use, looked up again in the background. */
export class StandingLaw implements LawSource {
  private current: LawView | null = null;
  private background: Promise<void> | null = null;
  private checkedAt = -Infinity;
  private begun = 0;
  private shown = 0;

  constructor(private readonly configured: ConfiguredLaw, private readonly agreements: Pick<AgreementStore, 'published'>, private readonly settings: { elapsedMs: () => number; onFailure: (error: unknown) => void }) {}

  async view(): Promise<LawView> {
    if (this.current !== null && this.settings.elapsedMs() - this.checkedAt > FRESH_MS) {
      this.background ??= this.refresh().catch(this.settings.onFailure).finally(() => { this.background = null; });
    }
    if (this.current === null) await this.refresh();
    if (this.current === null) throw new TypeError('agreements were read and are not here');
    return this.current;
  }

  /** Reads now. A reading that began earlier and ends later does not take the place of a newer one. */
  async refresh(): Promise<void> {
    const turn = ++this.begun;
    const agreements = await this.agreements.published();
    if (turn < this.shown) return;
    this.shown = turn;
    this.current = { ...this.configured, agreements };
    this.checkedAt = this.settings.elapsedMs();
  }
}
