import { Buffer } from 'node:buffer';
import type { SessionKind } from '@lateral/contracts';
import type { AuditRow, KeyProofStore, NewSession, Session, SessionsFrom, SessionsOf, SessionStore } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { auditValues } from './rows/audit-rows.js';
import type { SqlValue } from './statement.js';
import { CHALLENGE_KEY, CHALLENGED_KEY, END_ON_NOTICE, END_SESSIONS, FIND_SESSION, LIVING_SESSIONS, LIST_SESSIONS, PROVE_KEY, ROTATE_SESSION, SESSION_SEEN, START_MACHINE_SESSION, START_SESSION, type OwnedBy } from './statements/sessions.statement.js';
import type { Wake } from './wake.js';

interface Row {
  id: string; kind: SessionKind; agency: string; member: string | null; issuer: string | null; subject: string | null; sid: string | null;
  started_at: Date; seen_at: Date; idle_until: Date | null; expires_at: Date; key_proven_at: Date | null;
}

/** Sessions by the hash of their token: who reads the table cannot sign in with what is there. One that was ended has no row. */
export class PostgresSessionStore implements SessionStore {
  constructor(private readonly connections: Connections, private readonly wake: Wake) {}

  async startMachine(session: NewSession, assertion: Parameters<SessionStore['startMachine']>[1], record: AuditRow): Promise<boolean> {
    const started = await this.connections.first(START_MACHINE_SESSION, { ...sessionValues(session), assertion: assertion.id, assertionExpiry: assertion.expiresAt, ...auditValues([record]) });
    if (started === null) return false;
    this.wake.soon('audit');
    return true;
  }

  async start(session: NewSession, records: readonly AuditRow[]): Promise<void> {
    await this.connections.rows(START_SESSION, { ...sessionValues(session), ...auditValues(records) });
    if (records.length > 0) this.wake.soon('audit');
  }

  async find(tokenHash: Uint8Array, at: Date): Promise<Session | null> {
    const row = await this.connections.first<Row>(FIND_SESSION, { tokenHash: Buffer.from(tokenHash), at });
    return row === null ? null : sessionOf(row);
  }

  async seen(id: string, seenAt: Date, idleUntil: Date): Promise<void> {
    await this.connections.rows(SESSION_SEEN, { id, seenAt, idleUntil });
  }

  async rotate(id: string, tokenHash: Uint8Array, at: Date): Promise<boolean> {
    return (await this.connections.first(ROTATE_SESSION, { id, tokenHash: Buffer.from(tokenHash), at })) !== null;
  }

  async living(ids: readonly string[], at: Date): Promise<string[]> {
    return (await this.connections.rows<{ id: string }>(LIVING_SESSIONS, { ids: [...ids], at })).map(({ id }) => id);
  }

  async list(of: SessionsOf, at: Date): Promise<Session[]> {
    return (await this.connections.rows<Row>(LIST_SESSIONS[ownedBy(of)], { ...of, at })).map(sessionOf);
  }

  async end(of: SessionsOf, { only, except }: { only?: string; except?: string }, records: readonly AuditRow[]): Promise<number> {
    const row = await this.connections.first<{ ended: number }>(END_SESSIONS[ownedBy(of)], { ...of, only: only ?? null, except: except ?? null, ...auditValues(records) });
    return this.told(row?.ended ?? 0, records);
  }

  async endOnNotice({ agency, id, expiresAt }: Parameters<SessionStore['endOnNotice']>[0], of: SessionsFrom, records: readonly AuditRow[]): Promise<boolean> {
    const row = await this.connections.first<{ ended: number }>(END_ON_NOTICE[namedBy(of)], { ...of, agency, notice: id, noticeExpiry: expiresAt, ...auditValues(records) });
    this.told(row?.ended ?? 0, records);
    return row !== null;
  }

  private told(ended: number, records: readonly AuditRow[]): number {
    if (ended > 0) this.wake.soon('session');
    if (ended > 0 && records.length > 0) this.wake.soon('audit');
    return ended;
  }
}

/** Challenges that wait for a member's own key stand with the session and end with it. */
export class PostgresKeyProofStore implements KeyProofStore {
  constructor(private readonly connections: Connections, private readonly wake: Wake) {}

  async challenge(session: string, { nonce, expiresAt }: { nonce: string; expiresAt: Date }, at: Date): Promise<boolean> {
    return (await this.connections.first(CHALLENGE_KEY, { id: session, nonce, until: expiresAt, at })) !== null;
  }

  async challenged(session: string, at: Date): Promise<string | null> {
    return (await this.connections.first<{ nonce: string }>(CHALLENGED_KEY, { id: session, at }))?.nonce ?? null;
  }

  async prove({ session, nonce, tokenHash, at }: Parameters<KeyProofStore['prove']>[0], record: AuditRow): Promise<boolean> {
    const proven = await this.connections.first(PROVE_KEY, { id: session, nonce, tokenHash: Buffer.from(tokenHash), at, ...auditValues([record]) });
    if (proven === null) return false;
    this.wake.soon('audit');
    return true;
  }
}

function ownedBy(of: SessionsOf): OwnedBy {
  return 'member' in of ? 'member' : namedBy(of);
}

function namedBy(of: SessionsFrom): Exclude<OwnedBy, 'member'> {
  if ('sid' in of) return 'subject' in of ? 'sign-in' : 'sid';
  return 'subject';
}

/** What the statements that start a session are given of it. */
export function sessionValues({ seenAt: _, tokenHash, ...session }: NewSession): Record<string, SqlValue> {
  return { ...session, tokenHash: Buffer.from(tokenHash) };
}

function sessionOf({ started_at, seen_at, idle_until, expires_at, key_proven_at, ...row }: Row): Session {
  return { ...row, startedAt: started_at, seenAt: seen_at, idleUntil: idle_until, expiresAt: expires_at, keyProvenAt: key_proven_at };
}
