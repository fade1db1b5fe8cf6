import type { Buffer } from 'node:buffer';
import { canonicalJson, type CustodyCopy, type LockedKey, type RecoveryKit } from '@lateral/contracts';
import type { AuditRow, CustodyStore, LockedKeyStore } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { auditValues } from './rows/audit-rows.js';
import { CUSTODY_COPY, KEEP_LOCKED_KEY, KEEP_RECOVERY_KIT, LOCKED_KEY, RECOVERY_KIT } from './statements/custody.statement.js';
import { RECORD } from './statements/record-act.statement.js';
import type { Wake } from './wake.js';

/** Personal keys as their owners locked them. */
export class PostgresLockedKeyStore implements LockedKeyStore {
  constructor(private readonly connections: Connections, private readonly wake: Wake) {}

  async find(agency: string, member: string): Promise<LockedKey | null> {
    const row = await this.connections.first<{ document: string }>(LOCKED_KEY, { agency, member });
    return row === null ? null : (JSON.parse(row.document) as LockedKey);
  }

  async keep(key: LockedKey, at: Date, record: AuditRow): Promise<boolean> {
    const { agency, member, version, fingerprint } = key;
    const kept = await this.connections.first(KEEP_LOCKED_KEY, { agency, member, version, fingerprint, document: canonicalJson(key), at, ...auditValues([record]) });
    if (kept !== null) this.wake.soon('audit');
    return kept !== null;
  }
}

/** Agency keys as they are locked for their custodians, and under paper shares. */
export class PostgresCustodyStore implements CustodyStore {
  constructor(private readonly connections: Connections, private readonly wake: Wake) {}

  async copyOf(agency: string, member: string): Promise<CustodyCopy | null> {
    const row = await this.connections.first<{ agency: string; member: string; primary: string; wrapped: Buffer }>(CUSTODY_COPY, { agency, member });
    return row === null ? null : { ...row, wrapped: row.wrapped.toString('base64url') };
  }

  async kit(agency: string): Promise<{ kit: RecoveryKit; digest: string } | null> {
    const row = await this.connections.first<{ document: string; digest: string }>(RECOVERY_KIT, { agency });
    return row === null ? null : { kit: JSON.parse(row.document) as RecoveryKit, digest: row.digest };
  }

  async keepKit(kit: RecoveryKit, digest: string, at: Date, record: AuditRow): Promise<void> {
    await this.connections.rows(KEEP_RECOVERY_KIT, { agency: kit.agency, document: canonicalJson(kit), digest, at, ...auditValues([record]) });
    this.wake.soon('audit');
  }

  async recordKitFetched(record: AuditRow): Promise<void> {
    await this.connections.rows(RECORD, auditValues([record]));
    this.wake.soon('audit');
  }
}
