import type { OpeningBody } from '@lateral/contracts';
import type { SealedField } from '@lateral/domain/justification';
import { composeRecord } from '../compose-record.js';
import { readersOf } from '../envelope-readers.js';
import { refuse, type Result } from '../result.js';
import type { Actor, Attempt, CheckStore, Clock, Randomness } from '../ports/index.js';
import { onceOnly, settle } from '../settle.js';

export interface RecordOpeningDeps {
  clock: Clock;
  randomness: Randomness;
  checks: CheckStore;
}

/** A client says that it verified a message and showed it to a person, or that it refused it and at which of the eight steps. Words that are not as they were attested are recorded beside. */
export class RecordOpening {
  constructor(private readonly deps: RecordOpeningDeps) {}

  async carryOut(actor: Actor, attempt: Attempt, envelope: string, body: OpeningBody): Promise<Result<null>> {
    return onceOnly(this.deps.checks, actor, attempt, () => this.record(actor, attempt, envelope, body));
  }

  private async record(actor: Actor, attempt: Attempt, envelope: string, body: OpeningBody): Promise<Result<null>> {
    const facts = await this.deps.checks.envelopeFacts(envelope, actor);
    if (facts === null || !readersOf(facts).includes(actor.agency)) return refuse('not-found');
    // What was never collected cannot have been opened: the record would be false.
    if (facts.to === actor.agency && facts.collectedAt === null) return refuse('wrong-state');
    const at = await this.deps.clock.now();
    const context = { at, randomness: this.deps.randomness, parties: readersOf(facts) };
    const fields = { check: facts.check, request: facts.request, message: envelope, agency: actor.agency, member: actor.member };
    const records = body.shown
      ? [composeRecord('envelope.opened.v1', { ...fields, shown: true }, context), ...mismatches(body.mismatched).map((named) => composeRecord('words.mismatched.v1', { ...fields, fields: named }, context))]
      : [composeRecord('envelope.refused.v1', { ...fields, reason: `${body.step}-${body.reason}` }, context)];
    const result = await this.deps.checks.record({ actor, attempt, at, records });
    return settle(result, attempt, () => Promise.resolve(refuse('not-found')));
  }
}

/** The fields whose words were not what the sealing client had said of them, as one text; none where all were. */
function mismatches(fields: readonly SealedField[] = []): string[] {
  return fields.length === 0 ? [] : [[...new Set(fields)].sort().join(' ')];
}
