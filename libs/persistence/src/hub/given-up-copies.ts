import type { GivenUpCopies } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { statement } from './statement.js';

const LIST = statement('given-up-copies', 'select object from copy_object where given_up_at is not null order by object limit :rows::int');
const SETTLE = statement('settle-copies', 'delete from copy_object where object = any(:objects::uuid[]) and given_up_at is not null');

export class PostgresGivenUpCopies implements GivenUpCopies {
  constructor(private readonly connections: Connections) {}

  async list(limit: number): Promise<string[]> {
    return (await this.connections.rows<{ object: string }>(LIST, { rows: limit })).map(({ object }) => object);
  }

  async settle(objects: readonly string[]): Promise<void> {
    if (objects.length > 0) await this.connections.rows(SETTLE, { objects });
  }
}
