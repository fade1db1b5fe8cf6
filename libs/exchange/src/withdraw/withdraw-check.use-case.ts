import type { CheckStanding, WithdrawBody } from '@lateral/contracts';
import { composeRecord } from '../compose-record.js';
import { endCheck } from '../close-check/end-check.js';
import type { Result } from '../result.js';
import type { Actor, Attempt, AuditRow, RequestFacts } from '../ports/index.js';
import { onceOnly } from '../settle.js';
import type { WithdrawDeps } from './withdraw-request.use-case.js';

/** The asking agency takes the whole check back: every request that has not ended is withdrawn, and answers stay sealed. */
export class WithdrawCheck {
  constructor(private readonly deps: WithdrawDeps) {}

  async carryOut(actor: Actor, attempt: Attempt, reference: string, { version, reason }: WithdrawBody): Promise<Result<CheckStanding>> {
    const { randomness } = this.deps;
    const by = { agency: actor.agency, member: actor.member };
    return onceOnly(this.deps.checks, actor, attempt, () => endCheck(this.deps, { actor, attempt, reference, version }, {
      act: 'withdraw',
      requestAct: 'withdraw',
      event: 'request.withdrawn.v1',
      checkRecord: (check: string, at: Date): AuditRow => composeRecord('check.withdrawn.v1', { check, ...by, reason }, { at, randomness, parties: [actor.agency] }),
      requestRecord: ({ id, check, asked }: RequestFacts, at: Date): AuditRow =>
        composeRecord('request.withdrawn.v1', { check, request: id, ...by, asked, reason }, { at, randomness, parties: [actor.agency, asked] }),
    }));
  }
}
