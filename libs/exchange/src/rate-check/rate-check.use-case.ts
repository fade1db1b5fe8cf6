import type { CheckStanding, RateCheckBody } from '@lateral/contracts';
import { composeRecord } from '../compose-record.js';
import { refuse, type Result } from '../result.js';
import type { Actor, Attempt } from '../ports/index.js';
import { conflict, onceOnly, settle } from '../settle.js';
import type { WithdrawDeps } from '../withdraw/withdraw-request.use-case.js';

/** The asking agency rates an open check anew. Requests that were sent keep their rating and their due time; later ones get the new. */
export class RateCheck {
  constructor(private readonly deps: WithdrawDeps) {}

  async carryOut(actor: Actor, attempt: Attempt, reference: string, body: RateCheckBody): Promise<Result<CheckStanding>> {
    return onceOnly(this.deps.checks, actor, attempt, () => this.rate(actor, attempt, reference, body));
  }

  private async rate(actor: Actor, attempt: Attempt, reference: string, { version, urgency, reason }: RateCheckBody): Promise<Result<CheckStanding>> {
    const { checks, clock, randomness } = this.deps;
    const facts = await checks.checkFacts(reference, actor);
    if (facts === null || facts.asking !== actor.agency) return refuse('not-found');
    if (facts.version !== version) return conflict('version-changed', facts);
    if (facts.state !== 'open') return conflict('wrong-state', facts);
    if (facts.urgency === urgency) return refuse('invalid-request', { fields: [{ field: '/urgency', reason: 'unchanged' }] });
    const at = await clock.now();
    const result = await checks.changeCheck({
      actor, attempt, at, outbox: [],
      records: [composeRecord('check.rated.v1', { check: facts.id, agency: actor.agency, member: actor.member, urgency, reason }, { at, randomness, parties: [actor.agency] })],
      check: facts.id, from: { version, state: facts.state }, to: facts.state, urgency, requests: [], envelope: null,
    });
    return settle(result, attempt, async () => conflict('version-changed', (await checks.checkFacts(reference, actor)) ?? facts));
  }
}
