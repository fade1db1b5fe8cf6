import type { StepUpAction } from '@lateral/domain/access';
import type { AuditRow, SpendWrite, StepUp, StepUpStore } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { auditValues } from './rows/audit-rows.js';
import { BEGIN_STEP_UP, FIND_STEP_UP, GRANT_STEP_UP, GRANTED_STEP_UPS, SPEND_WITH_PASSKEY, SPEND_WITHOUT_PASSKEY } from './statements/step-up.statement.js';
import type { Wake } from './wake.js';

interface StepUpColumns {
  id: string; session: string; agency: string; member: string; action: StepUpAction; objects: string[]; nonce: string; at: Date; expires_at: Date; spent_at: Date | null;
}

/** Gestures that were asked for, spent and granted; each belongs to one session and is worth nothing in another. */
export class PostgresStepUpStore implements StepUpStore {
  constructor(private readonly connections: Connections, private readonly wake: Wake) {}

  async begin({ id, session, agency, member, action, objects, nonce, at, expiresAt }: Omit<StepUp, 'spentAt'>): Promise<void> {
    await this.connections.rows(BEGIN_STEP_UP, { id, session, agency, member, action, objects, nonce, at, expiry: expiresAt });
  }

  async find(stepUp: string, session: string): Promise<StepUp | null> {
    const row = await this.connections.first<StepUpColumns>(FIND_STEP_UP, { id: stepUp, session });
    if (row === null) return null;
    const { expires_at: expiresAt, spent_at: spentAt, ...rest } = row;
    return { ...rest, expiresAt, spentAt };
  }

  async spend({ stepUp, session, at, passkey }: SpendWrite): Promise<boolean> {
    const values = { id: stepUp, session, at };
    const spent = passkey === null
      ? await this.connections.first(SPEND_WITHOUT_PASSKEY, values)
      : await this.connections.first(SPEND_WITH_PASSKEY, { ...values, passkey: passkey.id, counter: passkey.counter });
    return spent !== null;
  }

  async grant({ stepUp, session, at, until }: Parameters<StepUpStore['grant']>[0], record: AuditRow): Promise<boolean> {
    const granted = await this.connections.first(GRANT_STEP_UP, { id: stepUp, session, at, until, ...auditValues([record]) });
    if (granted === null) return false;
    this.wake.soon('audit');
    return true;
  }

  async granted(session: string, action: StepUpAction, since: Date): Promise<{ objects: readonly string[]; grantedAt: Date }[]> {
    const rows = await this.connections.rows<{ objects: string[]; granted_at: Date }>(GRANTED_STEP_UPS, { session, action, since });
    return rows.map(({ objects, granted_at: grantedAt }) => ({ objects, grantedAt }));
  }
}
