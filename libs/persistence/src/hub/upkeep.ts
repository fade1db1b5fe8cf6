import { DRAFT_LIFE_MS } from '@lateral/contracts';
import type { Connections } from './connections.js';
import { ensurePartitions, lowestId } from './partitions.js';
import { DROP_ORPHANED_CHUNKS, EXPIRE_ASSERTIONS, EXPIRE_CODES, EXPIRE_DRAFTS, EXPIRE_KEYS, EXPIRE_PASSKEY_CHALLENGES, EXPIRE_SESSIONS, EXPIRE_STEP_UPS, EXPIRE_TRIPS } from './statements/upkeep.statement.js';
import { END_MEMBERS } from './statements/rosters.statement.js';
import type { SqlValue, Statement } from './statement.js';

const DAY_MS = 24 * 3_600_000;
/** A client may retry for as long as the hub takes ids of that age, and a day beyond. */
export const KEY_LIFE_MS = 2 * DAY_MS;
const BATCH = 1_000;

/** What courier's sweeps do to the hub's database. */
export class Upkeep {
  constructor(private readonly connections: Connections) {}

  /** Makes the months that are missing; returns how many tables it made. */
  ensurePartitions(at: Date, monthsAhead = 3): Promise<number> {
    return ensurePartitions(this.connections, at, monthsAhead);
  }

  /** Deletes what has run out: idempotency keys, sessions, used assertions, unfinished sign-ins, codes, drafts that nobody has written to, uploads that were never completed, and whatever let in those whose last day at their agency has come. Returns how many rows. */
  async sweepExpired(at: Date): Promise<number> {
    return (await this.emptied(EXPIRE_KEYS, { before: new Date(at.getTime() - KEY_LIFE_MS) }))
      + (await this.emptied(EXPIRE_SESSIONS, { at }))
      + (await this.emptied(EXPIRE_ASSERTIONS, { at }))
      + (await this.emptied(EXPIRE_TRIPS, { at }))
      + (await this.emptied(EXPIRE_CODES, { at }))
      + (await this.emptied(EXPIRE_PASSKEY_CHALLENGES, { at }))
      + (await this.emptied(EXPIRE_STEP_UPS, { at }))
      + (await this.emptied(EXPIRE_DRAFTS, { before: new Date(at.getTime() - DRAFT_LIFE_MS) }))
      + (await this.emptied(DROP_ORPHANED_CHUNKS, { from: lowestId(new Date(at.getTime() - 7 * DAY_MS)), until: lowestId(new Date(at.getTime() - 2 * DAY_MS)) }))
      + ((await this.connections.first<{ ended: number }>(END_MEMBERS, { at }))?.ended ?? 0);
  }

  private async emptied(statement: Statement, values: Record<string, SqlValue>): Promise<number> {
    let all = 0;
    for (;;) {
      const { length } = await this.connections.rows(statement, { ...values, rows: BATCH });
      all += length;
      if (length < BATCH) return all;
    }
  }
}
