import { readersOf } from '../envelope-readers.js';
import { composeRecord } from '../compose-record.js';
import { keptBack, keptBackNow, movedMeanwhile, seenFor } from '../hand-over/kept-back.js';
import { done, refuse, type Result } from '../result.js';
import type { Actor, Attempt, AttachmentStore, CheckStore, Clock, IncidentStore, Randomness } from '../ports/index.js';
import { settle } from '../settle.js';

export interface HandOverAttachmentDeps {
  clock: Clock;
  randomness: Randomness;
  checks: CheckStore;
  incidents: IncidentStore;
  attachments: AttachmentStore;
}

export interface AttachmentStream {
  length: number;
  digest: string;
  chunks: AsyncIterable<Uint8Array>;
}

/** An attachment leaves by the same rule as the message that names it: to its parties only, and recorded before the first byte. */
export class HandOverAttachment {
  constructor(private readonly deps: HandOverAttachmentDeps) {}

  async carryOut(actor: Actor, attempt: Attempt, attachment: string): Promise<Result<AttachmentStream>> {
    const outcome = await this.collect(actor, attempt, attachment);
    // The request moved while this was decided: as with its message, it is decided afresh, once.
    return !outcome.ok && outcome.code === 'version-changed' ? this.collect(actor, attempt, attachment) : outcome;
  }

  private async collect(actor: Actor, attempt: Attempt, attachment: string): Promise<Result<AttachmentStream>> {
    const { attachments, checks, clock, incidents, randomness } = this.deps;
    const stored = await attachments.facts(attachment);
    const facts = stored?.envelope == null ? null : await checks.envelopeFacts(stored.envelope, actor);
    if (stored === null || facts === null || !readersOf(facts).includes(actor.agency)) return refuse('not-found');
    const request = facts.request === null || facts.type === 'record' ? null : await checks.requestFacts(facts.request, actor);
    const [at, outage] = await Promise.all([clock.now(), incidents.open('ledger-away')]);
    const refusal = keptBack(facts, request, actor.agency, outage?.raisedAt ?? null, at);
    if (refusal !== null) return refusal;
    if (await attachments.isErased(attachment)) return refuse('erased');

    const fields = { check: facts.check, request: facts.request, message: facts.id, agency: actor.agency, member: actor.member, header: facts.headerDigest, part: 'attachment' };
    const record = composeRecord('envelope.handed-over.v1', fields, { at, randomness, parties: readersOf(facts) });
    const result = await checks.record({ actor, attempt, at, records: [record], seen: seenFor(actor.agency, facts, request) });
    const stopped = result.outcome === 'replayed' ? await keptBackNow(checks, facts, actor, outage?.raisedAt ?? null, at) : null;
    if (stopped !== null) return stopped;
    const settled = await settle(result, attempt, () => movedMeanwhile(checks, request, actor));
    return settled.ok ? done({ length: stored.length, digest: stored.digest, chunks: attachments.read(attachment) }) : settled;
  }
}
