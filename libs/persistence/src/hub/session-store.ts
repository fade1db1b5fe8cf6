import { Buffer } from 'node:buffer';
import type { AuditRow, SessionStore } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { auditValues } from './rows/audit-rows.js';
import { FIND_SESSION, START_SESSION } from './statements/sessions.statement.js';
import type { Wake } from './wake.js';

/** Sessions by the hash of their token: who reads the table cannot sign in with what is there. */
export class PostgresSessionStore implements SessionStore {
  constructor(private readonly connections: Connections, private readonly wake: Wake) {}

  async start(session: Parameters<SessionStore['start']>[0], assertion: Parameters<SessionStore['start']>[1], record: AuditRow): Promise<boolean> {
    const started = await this.connections.first(START_SESSION, {
      agency: session.agency, member: session.member, tokenHash: Buffer.from(session.tokenHash), at: record.at, expiry: session.expiresAt,
      assertion: assertion.id, assertionExpiry: assertion.expiresAt, ...auditValues([record]),
    });
    if (started === null) return false;
    this.wake.soon('audit');
    return true;
  }

  find(tokenHash: Uint8Array, at: Date): Promise<{ agency: string; member: string } | null> {
    return this.connections.first(FIND_SESSION, { tokenHash: Buffer.from(tokenHash), at });
  }
}
