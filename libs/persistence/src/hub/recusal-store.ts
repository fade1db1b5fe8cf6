import type { RecusalStore, RecuseWrite, WriteResult } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { attemptValues } from './rows/attempt-row.js';
import { auditValues } from './rows/audit-rows.js';
import { RECUSE } from './statements/recuse.statement.js';
import type { Wake } from './wake.js';
import { carryOut } from './write-result.js';

export class PostgresRecusalStore implements RecusalStore {
  constructor(private readonly connections: Connections, private readonly wake: Wake) {}

  async recuse({ check, records, ...act }: RecuseWrite): Promise<WriteResult<null>> {
    const values = { ...attemptValues(act), ...auditValues(records), check };
    const result = await carryOut(this.connections, act, { statement: RECUSE, values, reply: () => null });
    if (result.outcome === 'done') this.wake.soon('audit');
    return result.outcome === 'id-taken' ? { outcome: 'changed' } : result;
  }
}
