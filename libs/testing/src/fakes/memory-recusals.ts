import type { RecusalStore, RecuseWrite, WriteResult } from '@lateral/exchange';
import { keyOf, recusalOf, type MemoryTables } from './memory-tables.js';

/** Who has left which check; leaving it twice is leaving it once. */
export class MemoryRecusalStore implements RecusalStore {
  constructor(private readonly tables: MemoryTables) {}

  recuse({ actor, attempt, check, records }: RecuseWrite): Promise<WriteResult<null>> {
    return this.tables.write((): WriteResult<null> => {
      const key = keyOf(actor, attempt.key);
      const earlier = this.tables.keys.get(key);
      if (earlier !== undefined) return { outcome: 'replayed', ...structuredClone(earlier) };
      if (this.tables.recusals.has(recusalOf(check, actor))) return { outcome: 'changed' };
      this.tables.recusals.add(recusalOf(check, actor));
      for (const line of this.tables.requests.values()) if (line.check === check && line.asked === actor.agency && line.heldBy === actor.member) line.heldBy = null;
      const line = this.tables.checks.get(check);
      if (line?.asking === actor.agency && line.heldBy === actor.member) line.heldBy = null;
      this.tables.record(records);
      this.tables.keys.set(key, { digest: attempt.digest, reply: null });
      return { outcome: 'done', reply: null };
    });
  }
}
