import { Buffer } from 'node:buffer';
import { canonicalJson, type CustodyCopy, type LockedKey, type RecoveryKit } from '@lateral/contracts';
import type { AuditRow, CustodyStore, LockedKeyStore } from '@lateral/exchange';
import type { Connections } from './connections.js';
import type { CopyLocks } from './copy-locks.js';
import { PARTS, readable } from './locked-rows.js';
import { auditValues } from './rows/audit-rows.js';
import { CUSTODY_COPY, IS_OUTLIVED, KEEP_LOCKED_KEY, KEEP_RECOVERY_KIT, LOCKED_KEY, RECOVERY_KITS } from './statements/custody.statement.js';
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

interface CustodyRow { agency: string; member: string; primary: string; object: string | null; bytes: Buffer }
interface KitRow { document: string; digest: string; object: string | null }

/** Agency keys as they are locked for their custodians, and under paper shares; here they lie locked once more. */
export class PostgresCustodyStore implements CustodyStore {
  constructor(private readonly connections: Connections, private readonly wake: Wake, private readonly locks: CopyLocks) {}

  async copyOf(agency: string, member: string): Promise<CustodyCopy | null> {
    const [row] = await readable(await this.connections.rows<CustodyRow>(CUSTODY_COPY, { agency, member }), PARTS.custody, this.locks);
    return row === undefined ? null : { agency, member, primary: row.primary, wrapped: row.bytes.toString('base64url') };
  }

  async kit(agency: string): Promise<{ kit: RecoveryKit; digest: string } | null> {
    const rows = (await this.connections.rows<KitRow>(RECOVERY_KITS, { agency })).map((row) => {
      const kit = JSON.parse(row.document) as RecoveryKit;
      return { kit, digest: row.digest, object: row.object, bytes: Buffer.from(kit.sealed, 'base64url') };
    });
    // Those that went with an epoch lie there still, and say nothing.
    const [newest] = await readable(rows, () => PARTS.kit, this.locks);
    return newest === undefined ? null : { kit: { ...newest.kit, sealed: newest.bytes.toString('base64url') }, digest: newest.digest };
  }

  async keepKit(kit: RecoveryKit, digest: string, at: Date, record: AuditRow): Promise<boolean> {
    const { agency, primary, made } = kit;
    if ((await this.connections.first<{ outlived: boolean }>(IS_OUTLIVED, { agency, made }))?.outlived === true) return false;
    const lock = await this.locks.forNew(at);
    const locked = { ...kit, sealed: lock.lock(PARTS.kit, Buffer.from(kit.sealed, 'base64url')).toString('base64url') };
    await this.connections.rows(KEEP_RECOVERY_KIT, { agency, primary, document: canonicalJson(locked), object: lock.object, digest, at, ...auditValues([record]) });
    this.wake.soon('audit');
    return true;
  }

  async recordKitFetched(record: AuditRow): Promise<void> {
    await this.connections.rows(RECORD, auditValues([record]));
    this.wake.soon('audit');
  }
}
