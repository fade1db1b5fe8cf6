import type { CheckStanding, CloseCheckBody } from '@lateral/contracts';
import { composeRecord } from '../compose-record.js';
import type { Result } from '../result.js';
import type { Actor, Attempt } from '../ports/index.js';
import { onceOnly } from '../settle.js';
import type { WithdrawDeps } from '../withdraw/withdraw-request.use-case.js';
import { endCheck } from './end-check.js';

/** A decided check is closed; a request that nobody answered expires with it, and only then. */
export class CloseCheck {
  constructor(private readonly deps: WithdrawDeps) {}

  async carryOut(actor: Actor, attempt: Attempt, reference: string, { version }: CloseCheckBody): Promise<Result<CheckStanding>> {
    const { randomness } = this.deps;
    return onceOnly(this.deps.checks, actor, attempt, () => endCheck(this.deps, { actor, attempt, reference, version }, {
      act: 'close',
      requestAct: 'expire',
      event: 'request.expired.v1',
      checkRecord: (check, at) => composeRecord('check.closed.v1', { check, agency: actor.agency, member: actor.member }, { at, randomness, parties: [actor.agency] }),
      requestRecord: ({ id, check, asked }, at) =>
        composeRecord('request.expired.v1', { check, request: id, agency: actor.agency, asked }, { at, randomness, parties: [actor.agency, asked] }),
    }));
  }
}
