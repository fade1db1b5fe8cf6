import type { Clock } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { statement } from './statement.js';

/** The only question about the time that any SQL of the hub asks, but for the function that makes the months that are due (migration 16). Whole milliseconds, as our records write them. */
const CLOCK = statement('clock', `select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as ms`);

/** The database's time: the same for every process, and the one that deadlines are kept by. */
export class DatabaseClock implements Clock {
  constructor(private readonly connections: Connections) {}

  async now(): Promise<Date> {
    const row = await this.connections.first<{ ms: number }>(CLOCK, {});
    if (row === null) throw new Error('the database did not say the time');
    return new Date(row.ms);
  }
}
