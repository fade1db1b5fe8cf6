import type { ExportBody } from '@lateral/contracts';
import { composeRecord } from '../compose-record.js';
import { refuse, type Result } from '../result.js';
import type { Actor, Attempt, CheckStore, Clock, Randomness } from '../ports/index.js';
import { isParty } from '../read-receipts/read-receipts.use-case.js';
import { onceOnly, settle } from '../settle.js';

export interface RecordExportDeps {
  clock: Clock;
  randomness: Randomness;
  checks: CheckStore;
}

/**
 * A client says that somebody prints, copies or saves what they have opened of a check, before it lets them. Paper and files are out of
 * everybody's sight afterwards: who took them, when and how is what is left. Only the own agency can read the record.
 */
export class RecordExport {
  constructor(private readonly deps: RecordExportDeps) {}

  async carryOut(actor: Actor, attempt: Attempt, reference: string, body: ExportBody): Promise<Result<null>> {
    return onceOnly(this.deps.checks, actor, attempt, () => this.record(actor, attempt, reference, body));
  }

  private async record(actor: Actor, attempt: Attempt, reference: string, { form, messages, restricted }: ExportBody): Promise<Result<null>> {
    const { checks, clock, randomness } = this.deps;
    const facts = await checks.checkFacts(reference, actor);
    if (facts === null || !isParty(facts, actor.agency)) return refuse('not-found');
    const at = await clock.now();
    const fields = { check: facts.id, agency: actor.agency, member: actor.member, form, messages, restricted };
    const result = await checks.record({ actor, attempt, at, records: [composeRecord('content.exported.v1', fields, { at, randomness, parties: [actor.agency] })] });
    return settle(result, attempt, () => Promise.resolve(refuse('not-found')));
  }
}
