import type { AuditRow, IncidentKind, IncidentStore } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { auditValues } from './rows/audit-rows.js';
import { END_INCIDENT, OPEN_INCIDENT, RAISE_INCIDENT } from './statements/incidents.statement.js';
import type { Wake } from './wake.js';

export class PostgresIncidentStore implements IncidentStore {
  constructor(private readonly connections: Connections, private readonly wake: Wake) {}

  async open(kind: IncidentKind): Promise<{ id: string; raisedAt: Date } | null> {
    const row = await this.connections.first<{ id: string; raised_at: Date }>(OPEN_INCIDENT, { kind });
    return row === null ? null : { id: row.id, raisedAt: row.raised_at };
  }

  async raise({ id, kind, at }: { id: string; kind: IncidentKind; at: Date }, record: AuditRow): Promise<void> {
    if ((await this.connections.first(RAISE_INCIDENT, { id, kind, at, ...auditValues([record]) })) !== null) this.wake.soon('audit');
  }

  async end(kind: IncidentKind, at: Date, record: AuditRow): Promise<void> {
    if ((await this.connections.first(END_INCIDENT, { kind, at, ...auditValues([record]) })) !== null) this.wake.soon('audit');
  }
}
