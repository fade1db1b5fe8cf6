import { composeRecord } from '../compose-record.js';
import { readersOf } from '../envelope-readers.js';
import { refuse, type Result } from '../result.js';
import type { Actor, Attempt, CheckStore, Clock, Randomness, RecusalStore } from '../ports/index.js';
import { isParty } from '../read-receipts/read-receipts.use-case.js';
import { onceOnly, settle } from '../settle.js';

export interface RecuseDeps {
  clock: Clock;
  randomness: Randomness;
  checks: CheckStore;
  recusals: RecusalStore;
}

/**
 * "I know someone in this." From here on the member is as if their agency were no party to the check; their colleagues are not affected.
 * Who it is that they know, and how, is asked by nobody and kept nowhere. Only the own agency can read the record of it.
 */
export class Recuse {
  constructor(private readonly deps: RecuseDeps) {}

  async fromCheck(actor: Actor, attempt: Attempt, reference: string): Promise<Result<null>> {
    return onceOnly(this.deps.checks, actor, attempt, async () => {
      const facts = await this.deps.checks.checkFacts(reference, actor);
      return facts === null || !isParty(facts, actor.agency) ? refuse('not-found') : this.leave(actor, attempt, facts.id);
    });
  }

  /** By one of its requests, which is all that an asked agency may know of a check, or one that reads for it. It is the whole check that they leave. */
  async fromRequest(actor: Actor, attempt: Attempt, request: string): Promise<Result<null>> {
    return onceOnly(this.deps.checks, actor, attempt, async () => {
      const facts = await this.deps.checks.requestFacts(request, actor);
      const question = facts && await this.deps.checks.envelopeFacts(facts.currentEnvelope, actor);
      return question === null || !readersOf(question).includes(actor.agency) ? refuse('not-found') : this.leave(actor, attempt, question.check);
    });
  }

  private async leave(actor: Actor, attempt: Attempt, check: string): Promise<Result<null>> {
    const { clock, randomness, recusals } = this.deps;
    const at = await clock.now();
    const record = composeRecord('member.recused.v1', { check, agency: actor.agency, member: actor.member }, { at, randomness, parties: [actor.agency] });
    const result = await recusals.recuse({ actor, attempt, at, check, records: [record] });
    // They had left it in another window meanwhile: to them it is no longer there.
    return settle(result, attempt, () => Promise.resolve(refuse('not-found')));
  }
}
