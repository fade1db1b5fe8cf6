import type { RequestStanding, WithdrawBody } from '@lateral/contracts';
import { requestAfter, uuid7 } from '@lateral/domain';
import { composeRecord } from '../compose-record.js';
import { refuse, type Result } from '../result.js';
import type { Actor, Attempt, CheckStore, Clock, Randomness } from '../ports/index.js';
import { conflict, onceOnly, settle } from '../settle.js';

export interface WithdrawDeps {
  clock: Clock;
  randomness: Randomness;
  checks: CheckStore;
}

/** The asking agency takes one request back, with a coded reason; what has not been collected stays sealed from then on. */
export class WithdrawRequest {
  constructor(private readonly deps: WithdrawDeps) {}

  async carryOut(actor: Actor, attempt: Attempt, request: string, body: WithdrawBody): Promise<Result<RequestStanding>> {
    return onceOnly(this.deps.checks, actor, attempt, () => this.withdraw(actor, attempt, request, body));
  }

  private async withdraw(actor: Actor, attempt: Attempt, request: string, { version, reason }: WithdrawBody): Promise<Result<RequestStanding>> {
    const { checks, clock, randomness } = this.deps;
    const facts = await checks.requestFacts(request, actor);
    if (facts === null || facts.asking !== actor.agency) return refuse('not-found');
    if (facts.version !== version) return conflict('version-changed', facts);
    const to = requestAfter(facts.state, 'withdraw');
    if (to === null) return conflict('wrong-state', facts);
    const at = await clock.now();
    const fields = { check: facts.check, request, agency: actor.agency, member: actor.member, asked: facts.asked, reason };
    const result = await checks.changeRequest({
      actor, attempt, at, envelope: null, override: null,
      records: [composeRecord('request.withdrawn.v1', fields, { at, randomness, parties: [facts.asking, facts.asked] })],
      outbox: [{ id: uuid7(at, randomness.bytes(10)), event: 'request.withdrawn.v1', agency: facts.asked, check: facts.check, request, at }],
      change: { request, check: facts.check, from: { version, state: facts.state }, to, checkChange: null },
    });
    return settle(result, attempt, async () => conflict('version-changed', (await checks.requestFacts(request, actor)) ?? facts));
  }
}
