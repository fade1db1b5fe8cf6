import { EVENTS } from '@lateral/contracts';
import { LedgerAway, LedgerUntrue, type Clock, type LedgerAppender, type RecordStore } from '../ports/index.js';
import { leafOf } from '../read-receipts/receipt-of.js';
import type { WatchLedger } from '../watch-ledger/watch-ledger.use-case.js';

/** Records carried in one append: enough for the ledger's own batch, small enough to lie under a head within a second. */
const BATCH = 1_000;

export interface CarryRecordsDeps {
  clock: Clock;
  records: RecordStore;
  ledger: LedgerAppender;
  watch: WatchLedger;
}

/**
 * Carries audit records to the ledger in commit order. The ledger knows a leaf by its hash, so a batch whose answer was lost is
 * carried again and changes nothing: every record gets exactly one position.
 */
export class CarryRecords {
  constructor(private readonly deps: CarryRecordsDeps) {}

  /** Carries one batch; returns how many records it held, 0 where there was nothing or the ledger cannot be asked or believed. */
  async carryOut(): Promise<number> {
    const { clock, ledger, records, watch } = this.deps;
    const waiting = await records.unplaced(BATCH);
    if (waiting.length === 0) return 0;
    const leaves = waiting.map((row) => leafOf({ entry: EVENTS[row.event].entry, record: row.record, salt: row.salt }));
    let indexes: number[];
    try {
      ({ indexes } = await ledger.append(leaves));
    } catch (cause) {
      if (cause instanceof LedgerAway) await watch.wentAway();
      else if (cause instanceof LedgerUntrue) await watch.becameUntrue();
      else throw cause;
      return 0;
    }
    const placed = waiting.map(({ id, order }, i) => ({ id, order, index: positionAt(indexes, i) }));
    // While these are still owed: once they are placed nothing brings anybody here again, and an incident that could not be ended would stand.
    await watch.cameBack();
    await records.place(placed, await clock.now());
    return waiting.length;
  }
}

function positionAt(indexes: readonly number[], i: number): number {
  const index = indexes[i];
  if (index === undefined) throw new Error('the ledger gave fewer positions than it was given leaves');
  return index;
}
