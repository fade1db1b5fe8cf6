import { Buffer } from 'node:buffer';
import type { AuditRow, NewSession, OneTimeCode, OneTimeCodeStore, PersonStore, ProviderTrip, ProviderTripStore } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { auditValues } from './rows/audit-rows.js';
import { sessionValues } from './session-store.js';
import { BEGIN_TRIP, FIND_CODE, ISSUE_CODE, PERSON_BY_PROVIDER, SPEND_CODE, TAKE_TRIP } from './statements/people.statement.js';
import type { Wake } from './wake.js';

export class PostgresPersonStore implements PersonStore {
  constructor(private readonly connections: Connections) {}

  byProvider(issuer: string, subject: string, at: Date): Promise<{ agency: string; member: string } | null> {
    return this.connections.first(PERSON_BY_PROVIDER, { issuer, subject, at });
  }
}

interface TripRow { state_hash: Buffer; browser_hash: Buffer; agency: string; issuer: string; step_up: string | null; session_id: string | null; expires_at: Date }

/** Browsers that are at their provider just now. */
export class PostgresProviderTripStore implements ProviderTripStore {
  constructor(private readonly connections: Connections) {}

  async begin({ stateHash, browserHash, agency, issuer, stepUp, expiresAt }: ProviderTrip): Promise<void> {
    await this.connections.rows(BEGIN_TRIP, { stateHash: Buffer.from(stateHash), browserHash: Buffer.from(browserHash), agency, issuer, stepUp: stepUp?.id ?? null, session: stepUp?.session ?? null, expiresAt });
  }

  async take(stateHash: Uint8Array, at: Date): Promise<ProviderTrip | null> {
    const row = await this.connections.first<TripRow>(TAKE_TRIP, { stateHash: Buffer.from(stateHash), at });
    if (row === null) return null;
    const stepUp = row.step_up === null || row.session_id === null ? null : { id: row.step_up, session: row.session_id };
    return { stateHash: new Uint8Array(row.state_hash), browserHash: new Uint8Array(row.browser_hash), agency: row.agency, issuer: row.issuer, stepUp, expiresAt: row.expires_at };
  }
}

/** Custodians' codes, by hash. */
export class PostgresOneTimeCodeStore implements OneTimeCodeStore {
  constructor(private readonly connections: Connections, private readonly wake: Wake) {}

  async issue({ codeHash, ...code }: OneTimeCode, record: AuditRow): Promise<void> {
    await this.connections.rows(ISSUE_CODE, { ...code, codeHash: Buffer.from(codeHash), ...auditValues([record]) });
    this.wake.soon('audit');
  }

  find({ agency, member, codeHash }: Pick<OneTimeCode, 'agency' | 'member' | 'codeHash'>, at: Date): Promise<{ id: string } | null> {
    return this.connections.first(FIND_CODE, { agency, member, codeHash: Buffer.from(codeHash), at });
  }

  async spend(id: string, session: NewSession, record: AuditRow): Promise<boolean> {
    const spent = await this.connections.first(SPEND_CODE, { ...sessionValues(session), code: id, ...auditValues([record]) });
    if (spent !== null) this.wake.soon('audit');
    return spent !== null;
  }
}
