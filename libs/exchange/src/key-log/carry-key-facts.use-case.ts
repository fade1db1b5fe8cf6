import { keyFactLeaf } from '@lateral/contracts';
import { LedgerAway, type KeyFactStore, type LedgerAppender } from '../ports/index.js';

const BATCH = 1_000;

/**
 * Carries facts about keys to the key log, in the order of their publication. A batch whose answer was lost is carried again and
 * changes nothing. Where the log cannot be asked the facts wait: whoever reads it misses them and says so.
 */
export class CarryKeyFacts {
  constructor(private readonly deps: { facts: KeyFactStore; keyLog: LedgerAppender }) {}

  /** How many were carried; 0 where there was nothing, or the log is away. */
  async carryOut(): Promise<number> {
    const { facts, keyLog } = this.deps;
    const waiting = await facts.unplaced(BATCH);
    if (waiting.length === 0) return 0;
    let indexes: number[];
    try {
      ({ indexes } = await keyLog.append(waiting.map(({ fact }) => keyFactLeaf(fact))));
    } catch (cause) {
      if (cause instanceof LedgerAway) return 0;
      throw cause;
    }
    await facts.place(waiting.map(({ seq }, i) => {
      const index = indexes[i];
      if (index === undefined) throw new Error('the key log gave fewer positions than it was given leaves');
      return { seq, index };
    }));
    return waiting.length;
  }
}
