import type { GivenUpCopies } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { statement } from './statement.js';

// All objects have their keys in one place, and whoever uploads a file chooses its id: none may take a message with it.
const LIST = statement('given-up-objects', `
select g.object from (select object from copy_object where given_up_at is not null union select object from given_up_upload) g
 where not exists (select 1 from envelope e where e.id = g.object)
 order by g.object limit :rows::int`);
const SETTLE = statement('settle-objects', `
with copies as (delete from copy_object where object = any(:objects::uuid[]) and given_up_at is not null)
delete from given_up_upload where object = any(:objects::uuid[])`);

export class PostgresGivenUpCopies implements GivenUpCopies {
  constructor(private readonly connections: Connections) {}

  async list(limit: number): Promise<string[]> {
    return (await this.connections.rows<{ object: string }>(LIST, { rows: limit })).map(({ object }) => object);
  }

  async settle(objects: readonly string[]): Promise<void> {
    if (objects.length > 0) await this.connections.rows(SETTLE, { objects });
  }
}
