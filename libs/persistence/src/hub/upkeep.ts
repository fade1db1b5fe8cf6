import { DRAFT_LIFE_MS } from '@lateral/contracts';
import { millisecondsOf } from '@lateral/domain';
import type { Connections } from './connections.js';
import { ensurePartitions, lowestId } from './partitions.js';
import { DROP_ORPHANED_CHUNKS, EXPIRE_ASSERTIONS, EXPIRE_CODES, EXPIRE_DRAFTS, EXPIRE_KEYS, EXPIRE_PASSKEY_CHALLENGES, EXPIRE_SESSIONS, EXPIRE_STEP_UPS, EXPIRE_TRIPS, GIVE_UP_UPLOADS, OLDEST_CHUNK } from './statements/upkeep.statement.js';
import { END_MEMBERS } from './statements/rosters.statement.js';
import type { SqlValue, Statement } from './statement.js';

const DAY_MS = 24 * 3_600_000;
/** A client may retry for as long as the hub takes ids of that age, and a day beyond. */
export const KEY_LIFE_MS = 2 * DAY_MS;
const BATCH = 1_000;
/** Each with all its chunks, and in the time that a statement has. */
const UPLOADS_TOGETHER = 20;
const WEEK_MS = 7 * DAY_MS;

/** What courier's sweeps do to the hub's database. */
export class Upkeep {
  /** Before this moment no chunk is left of an upload that was not completed. */
  private chunksSweptTo: number | null = null;

  constructor(private readonly connections: Connections) {}

  /** Makes the months that are missing; returns how many tables it made. */
  ensurePartitions(at: Date, monthsAhead = 3): Promise<number> {
    return ensurePartitions(this.connections, at, monthsAhead);
  }

  /** Deletes what has run out: idempotency keys, sessions, used assertions, unfinished sign-ins, codes, drafts that nobody has written to, uploads that were never completed or that no message and no draft can name, and whatever let in those whose last day at their agency has come. Returns how many rows. */
  async sweepExpired(at: Date): Promise<number> {
    return (await this.emptied(EXPIRE_KEYS, { before: new Date(at.getTime() - KEY_LIFE_MS) }))
      + (await this.emptied(EXPIRE_SESSIONS, { at }))
      + (await this.emptied(EXPIRE_ASSERTIONS, { at }))
      + (await this.emptied(EXPIRE_TRIPS, { at }))
      + (await this.emptied(EXPIRE_CODES, { at }))
      + (await this.emptied(EXPIRE_PASSKEY_CHALLENGES, { at }))
      + (await this.emptied(EXPIRE_STEP_UPS, { at }))
      + (await this.emptied(EXPIRE_DRAFTS, { before: new Date(at.getTime() - DRAFT_LIFE_MS) }))
      + (await this.emptied(GIVE_UP_UPLOADS, { before: new Date(at.getTime() - DRAFT_LIFE_MS) }, UPLOADS_TOGETHER))
      + (await this.sweepChunks(at.getTime() - 2 * DAY_MS))
      + ((await this.connections.first<{ ended: number }>(END_MEMBERS, { at }))?.ended ?? 0);
  }

  /** From the oldest chunk there is, in weeks; after that from where the last sweep ended, so that not every chunk is looked at each time. */
  private async sweepChunks(until: number): Promise<number> {
    const isOnward = this.chunksSweptTo !== null && this.chunksSweptTo <= until;
    let all = 0;
    for (let from = isOnward ? this.chunksSweptTo : await this.oldestChunk(); from !== null && from < until; from += WEEK_MS) {
      all += await this.emptied(DROP_ORPHANED_CHUNKS, { from: lowestId(new Date(from)), until: lowestId(new Date(Math.min(from + WEEK_MS, until))) });
    }
    this.chunksSweptTo = until;
    return all;
  }

  private async oldestChunk(): Promise<number | null> {
    const oldest = await this.connections.first<{ id: string }>(OLDEST_CHUNK, {});
    return oldest === null ? null : millisecondsOf(oldest.id);
  }

  private async emptied(statement: Statement, values: Record<string, SqlValue>, together = BATCH): Promise<number> {
    let all = 0;
    for (;;) {
      const { length } = await this.connections.rows(statement, { ...values, rows: together });
      all += length;
      if (length < together) return all;
    }
  }
}
