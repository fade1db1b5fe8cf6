import { LedgerAway, LedgerUntrue, type Clock, type FollowedLog, type LogHead, type LogHeadStore } from '../ports/index.js';
import type { WatchLedger } from '../watch-ledger/watch-ledger.use-case.js';

export interface FollowLogDeps {
  log: FollowedLog;
  heads: LogHeadStore;
  clock: Clock;
  watch: Pick<WatchLedger, 'becameUntrue'>;
}

/**
 * Keeps what this process has verified of a log where its next start, and every other process of ours, finds it: a log that is rolled
 * back or forked while nobody looks is caught by the first who looks again, and so is one that tells hub and courier two stories.
 */
export class FollowLog {
  /** The note that was kept when this process last held it against what it had seen. */
  private compared: string | null = null;

  constructor(private readonly deps: FollowLogDeps) {}

  /** Before anything that the log says is believed: it has to go on from the head that is kept. */
  async begin(): Promise<void> {
    const kept = await this.kept();
    if (kept === null) return;
    this.deps.log.recall(kept.note);
    this.compared = kept.note;
  }

  /** Looks at the log, also where nothing else asks it anything, and keeps what was seen. To be repeated every few seconds. */
  async carryOut(): Promise<'kept' | 'nothing-new' | 'away' | 'untrue'> {
    const looked = await this.held((log) => log.look());
    if (looked === 'untrue') return looked;
    const kept = await this.kept();
    if (kept !== null) {
      // What is kept is not written over unseen: it may be the only trace of another history.
      const compared = await this.held((log) => log.takeIn(kept.note));
      if (compared !== 'held') return compared;
      this.compared = kept.note;
    }
    if (await this.keep(kept)) return 'kept';
    return looked === 'away' ? looked : 'nothing-new';
  }

  /** Keeps what was seen last, and asks the log nothing: for the end of a process. What another process kept meanwhile stays. */
  async end(): Promise<void> {
    const kept = await this.kept();
    if (kept === null || kept.note === this.compared) await this.keep(kept);
  }

  private kept(): Promise<LogHead | null> {
    return this.deps.heads.newest(this.deps.log.key);
  }

  private async keep(kept: LogHead | null): Promise<boolean> {
    const { clock, heads, log } = this.deps;
    const seen = log.seen();
    if (seen === null || (kept !== null && seen.size <= kept.size)) return false;
    await heads.keep(log.key, seen, await clock.now());
    this.compared = seen.note;
    return true;
  }

  private async held(hold: (log: FollowedLog) => Promise<void>): Promise<'held' | 'away' | 'untrue'> {
    try {
      await hold(this.deps.log);
      return 'held';
    } catch (cause) {
      if (cause instanceof LedgerAway) return 'away';
      if (!(cause instanceof LedgerUntrue)) throw cause;
      await this.deps.watch.becameUntrue();
      return 'untrue';
    }
  }
}
