import { Buffer } from 'node:buffer';
import type { JoinerView, MemberRole } from '@lateral/contracts';
import type { AuditRow, Invitation, InvitationStore, InviteWrite, Newcomer, StartAgainWrite, WriteResult } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { attemptValues } from './rows/attempt-row.js';
import { auditValues } from './rows/audit-rows.js';
import type { SqlValue } from './statement.js';
import { BRING_KEY, INVITATION_BY_CODE, INVITE, INVITE_ANEW, REDEEM, START_AGAIN, WAITING_JOINERS, type JoinerRow } from './statements/joiners.statement.js';
import type { Wake } from './wake.js';
import { carryOut } from './write-result.js';

/** Those who are about to become members, or to become them again. */
export class PostgresInvitationStore implements InvitationStore {
  constructor(private readonly connections: Connections, private readonly wake: Wake) {}

  async invite({ invitation, records, ...act }: InviteWrite): Promise<WriteResult<null>> {
    const result = await carryOut(this.connections, act, { statement: INVITE, values: { ...invitationValues(invitation), ...attemptValues(act), ...auditValues(records) }, reply: () => null });
    if (result.outcome === 'done') this.wake.soon('audit');
    return result;
  }

  async inviteAnew(invitation: Invitation, record: AuditRow): Promise<boolean> {
    return this.done(await this.connections.first(INVITE_ANEW, { ...invitationValues(invitation), at: record.at, ...auditValues([record]) }));
  }

  byCode(agency: string, codeHash: Uint8Array, at: Date): Promise<{ id: string; member: string } | null> {
    return this.connections.first(INVITATION_BY_CODE, { agency, codeHash: Buffer.from(codeHash), at });
  }

  async redeem(id: string, { issuer, subject, session }: Newcomer, at: Date, record: AuditRow): Promise<boolean> {
    return this.done(await this.connections.first(REDEEM, { id, issuer, subject, session, at, ...auditValues([record]) }));
  }

  async bringKey(joiner: { agency: string; member: string; key: string; fingerprint: string }): Promise<boolean> {
    return (await this.connections.first(BRING_KEY, joiner)) !== null;
  }

  async waiting(agency: string, at: Date): Promise<JoinerView[]> {
    const rows = await this.connections.rows<JoinerRow>(WAITING_JOINERS, { agency, at });
    return rows.map(({ id, member, roles, key, fingerprint, redeemed_at }) => ({ invitation: id, member, roles: roles as MemberRole[], key, fingerprint, redeemedAt: redeemed_at?.toISOString() ?? null }));
  }

  async startAgain({ again: { codeHash, roles, ...again }, records, ...act }: StartAgainWrite): Promise<WriteResult<null>> {
    const values = { ...attemptValues(act), ...again, roles: [...roles], codeHash: Buffer.from(codeHash), ...auditValues(records) };
    const result = await carryOut(this.connections, act, { statement: START_AGAIN, values, reply: () => null });
    if (result.outcome === 'done') {
      this.wake.soon('audit');
      this.wake.soon('session');
    }
    return result;
  }

  private done(row: unknown): boolean {
    if (row !== null) this.wake.soon('audit');
    return row !== null;
  }
}

function invitationValues({ codeHash, roles, expiresAt, ...invitation }: Invitation): Record<string, SqlValue> {
  return { ...invitation, roles: [...roles], codeHash: Buffer.from(codeHash), expiry: expiresAt };
}
