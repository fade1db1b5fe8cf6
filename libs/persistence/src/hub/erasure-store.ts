import type { AuditRow, ErasureStore } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { auditValues } from './rows/audit-rows.js';
import { RECORD } from './statements/record-act.statement.js';
import { NOTE_ERASED } from './statements/retention.statement.js';
import { statement } from './statement.js';
import type { Wake } from './wake.js';

// A message may have been given the id that an upload had before it: whoever erases the check of the upload does not take that message with it.
const OBJECTS_OF_CHECK = statement('objects-of-check', `
select unnest(array[e.id, case when not exists (select 1 from envelope m where m.id = e.attachment_id and m.check_id <> e.check_id) then e.attachment_id end]) as object
  from envelope e
 where e.check_id = :check::uuid and e.id >= coalesce((select c.floor_id from lateral_check c where c.id = :check::uuid), '00000000-0000-0000-0000-000000000000'::uuid)`);

export class PostgresErasureStore implements ErasureStore {
  constructor(private readonly connections: Connections, private readonly wake: Wake) {}

  async objectsOf(check: string): Promise<string[]> {
    const rows = await this.connections.rows<{ object: string | null }>(OBJECTS_OF_CHECK, { check });
    return rows.flatMap(({ object }) => object ?? []);
  }

  async record(record: AuditRow): Promise<void> {
    await this.connections.rows(RECORD, auditValues([record]));
    this.wake.soon('audit');
  }

  async note(objects: readonly string[], at: Date): Promise<void> {
    await this.connections.rows(NOTE_ERASED, { objects, at });
  }
}
