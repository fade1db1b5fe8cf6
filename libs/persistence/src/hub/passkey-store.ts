import { Buffer } from 'node:buffer';
import type { PasskeyView } from '@lateral/contracts';
import { MOST_PASSKEYS, type AuditRow, type EnrolPasskeyWrite, type PasskeyChallenge, type PasskeyStore, type StoredPasskey, type WriteResult } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { auditValues } from './rows/audit-rows.js';
import { BEGIN_PASSKEY, DISABLE_PASSKEY, ENROL_PASSKEY, PASSKEY_HANDLE, PASSKEYS_OF } from './statements/passkeys.statement.js';
import type { Wake } from './wake.js';
import { carryOut } from './write-result.js';

interface PasskeyColumns {
  id: string; agency: string; member: string; credential: string; public_key: Buffer; counter: number; enrolled_at: Date; used_at: Date | null; disabled_at: Date | null;
}

/** Passkeys by their public halves. One that was disabled stays, so that nobody can enrol it again. */
export class PostgresPasskeyStore implements PasskeyStore {
  constructor(private readonly connections: Connections, private readonly wake: Wake) {}

  async begin({ challenge, session, agency, member, expiresAt }: PasskeyChallenge, handle: string): Promise<{ handle: string }> {
    const row = await this.connections.first<{ handle: string }>(BEGIN_PASSKEY, { challenge, session, agency, member, expiry: expiresAt, handle });
    if (row === null) throw new Error('a member was left without a user handle');
    return { handle: row.handle };
  }

  async enrol(write: EnrolPasskeyWrite): Promise<WriteResult<PasskeyView>> {
    const { actor, attempt, at, passkey: { id, credential, publicKey, counter }, challenge, session, besides } = write;
    const view: PasskeyView = { id, credential, enrolledAt: at.toISOString(), usedAt: null, disabledAt: null };
    const values = {
      actorAgency: actor.agency, actorMember: actor.member, attemptKey: attempt.key, attemptDigest: attempt.digest, reply: JSON.stringify(view), at,
      id, credential, publicKey: Buffer.from(publicKey), counter, challenge, session, besides, most: MOST_PASSKEYS, ...auditValues(write.records),
    };
    const result = await carryOut<{ reply: PasskeyView }, PasskeyView>(this.connections, { actor, attempt }, { statement: ENROL_PASSKEY, values, reply: ({ reply }) => reply });
    if (result.outcome === 'done') this.wake.soon('audit');
    return result;
  }

  async of(agency: string, member: string): Promise<StoredPasskey[]> {
    return (await this.connections.rows<PasskeyColumns>(PASSKEYS_OF, { agency, member })).map((row) => ({
      id: row.id, agency: row.agency, member: row.member, credential: row.credential, publicKey: new Uint8Array(row.public_key), counter: row.counter,
      enrolledAt: row.enrolled_at, usedAt: row.used_at, disabledAt: row.disabled_at,
    }));
  }

  async handleOf(agency: string, member: string): Promise<string | null> {
    return (await this.connections.first<{ handle: string }>(PASSKEY_HANDLE, { agency, member }))?.handle ?? null;
  }

  async disable({ agency, member, id, at }: Parameters<PasskeyStore['disable']>[0], record: AuditRow): Promise<boolean> {
    const disabled = await this.connections.first(DISABLE_PASSKEY, { agency, member, id, at, ...auditValues([record]) });
    if (disabled === null) return false;
    this.wake.soon('audit');
    return true;
  }
}
