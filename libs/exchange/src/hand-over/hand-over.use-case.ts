import type { HandOverReply, Receipt, RequestStanding, SealedEnvelope } from '@lateral/contracts';
import { requestAfter } from '@lateral/domain';
import { composeRecord } from '../compose-record.js';
import { knowsStanding, readersOf } from '../envelope-readers.js';
import { done, refuse, type Result } from '../result.js';
import type { Actor, Attempt, AuditRow, CheckStore, Clock, EnvelopeFacts, HandedOver, HandOverWrite, IncidentStore, LedgerProofs, Randomness, RecordStore, RequestFacts } from '../ports/index.js';
import { receiptOf, unplacedReceipt } from '../read-receipts/receipt-of.js';
import { keptBack, keptBackNow, movedMeanwhile, seenFor } from './kept-back.js';

export interface HandOverDeps {
  clock: Clock;
  randomness: Randomness;
  checks: CheckStore;
  records: RecordStore;
  incidents: IncidentStore;
  proofs: LedgerProofs;
}

/** A hand-over whose record stands, by this attempt or by the one that it repeats. */
interface Collected {
  envelope: SealedEnvelope;
  facts: EnvelopeFacts;
  request: RequestStanding | null;
  handOver: Receipt;
  outage: boolean;
}

/**
 * The one act by which an envelope leaves the hub. The audit record is committed before the first byte leaves; the ledger being
 * away never keeps an urgent message back (promise 1): it is delivered, marked unwitnessed, and an incident stands open.
 */
export class HandOver {
  constructor(private readonly deps: HandOverDeps) {}

  async carryOut(actor: Actor, attempt: Attempt, envelope: string): Promise<Result<HandOverReply>> {
    const outcome = await this.collect(actor, attempt, envelope);
    // The request moved while this was decided: a colleague collected it too, or it was taken back. The caller named no version
    // that could be wrong, so it is decided afresh, once.
    return !outcome.ok && outcome.code === 'version-changed' ? this.collect(actor, attempt, envelope) : outcome;
  }

  private async collect(actor: Actor, attempt: Attempt, envelope: string): Promise<Result<HandOverReply>> {
    const { checks, clock, incidents } = this.deps;
    const facts = await checks.envelopeFacts(envelope, actor);
    // A stranger and a reader of an unknown id are told the same.
    if (facts === null || !readersOf(facts).includes(actor.agency)) return refuse('not-found');
    // A record may name any request, somebody else's too: of that its keeper is told nothing.
    const request = facts.request === null || facts.type === 'record' ? null : await checks.requestFacts(facts.request, actor);
    const [at, outage] = await Promise.all([clock.now(), incidents.open('ledger-away')]);
    const refusal = keptBack(facts, request, actor.agency, outage?.raisedAt ?? null, at);
    if (refusal !== null) return refusal;

    const write = this.write(actor, attempt, facts, request, at);
    const result = await checks.handOver(write);
    const collected = { facts, outage: outage !== null };
    // Who reads for another is told nothing of the request, neither how it stands nor how it ended.
    const known = request !== null && knowsStanding(request, actor.agency) ? request : null;
    switch (result.outcome) {
      case 'done': {
        const handOver = unplacedReceipt(write.records[0] as AuditRow, outage === null ? 'recorded' : 'unwitnessed');
        return done(await this.reply({ ...collected, envelope: result.reply, request: known === null ? null : standing(known, write), handOver }));
      }
      case 'replayed':
        return (await keptBackNow(checks, facts, actor, outage?.raisedAt ?? null, at)) ?? this.again(result, write, known, collected);
      case 'erased':
        return refuse('erased');
      default:
        return movedMeanwhile(checks, request, actor);
    }
  }

  private write(actor: Actor, attempt: Attempt, facts: EnvelopeFacts, request: RequestFacts | null, at: Date): HandOverWrite {
    const fields = { check: facts.check, request: facts.request, message: facts.id, agency: actor.agency, member: actor.member, header: facts.headerDigest, part: 'envelope' };
    const parties = readersOf(facts);
    const addressed = facts.to === actor.agency ? request : null;
    // Collecting the request in force acknowledges it, even if the notice of it never arrived.
    const to = addressed !== null && addressed.currentEnvelope === facts.id ? requestAfter(addressed.state, 'hand_over') : null;
    const change = addressed === null || to === null || to === addressed.state
      ? null
      : { request: addressed.id, check: addressed.check, from: { version: addressed.version, state: addressed.state }, to, checkChange: null };
    return {
      actor, attempt, at, outbox: [],
      records: [composeRecord('envelope.handed-over.v1', fields, { at, randomness: this.deps.randomness, parties })],
      envelope: facts.id, change, seen: change === null ? seenFor(actor.agency, facts, request) : null, firstCollection: addressed !== null && facts.collectedAt === null,
    };
  }

  /**
   * The attempt had been carried out before. A key stands for one hand-over of one envelope: without asking that of it, every
   * other envelope could be had under it, and no record would say so.
   */
  private async again(earlier: { digest: string; reply: unknown }, { attempt, envelope }: HandOverWrite, request: RequestFacts | null, { facts, outage }: Pick<Collected, 'facts' | 'outage'>): Promise<Result<HandOverReply>> {
    if (earlier.digest !== attempt.digest) return refuse('idempotency-key-reused');
    const then = earlier.reply as HandedOver;
    if (then?.envelope !== envelope) return refuse('idempotency-key-reused');
    const [sealed, handOver] = await Promise.all([this.deps.checks.sealed(envelope), this.receipt(then.records[0] ?? '', outage)]);
    if (sealed === null) return refuse('erased');
    return done(await this.reply({ facts, outage, envelope: sealed, request: then.request ?? (request === null ? null : standing(request, { change: null })), handOver }));
  }

  private async reply({ envelope, facts, request, handOver, outage }: Collected): Promise<HandOverReply> {
    const share = await this.receipt(facts.shareRecord, outage);
    return { envelope, request, receipts: { share, handOver }, witness: share.state };
  }

  private async receipt(record: string, outage: boolean): Promise<Receipt> {
    const stored = await this.deps.records.record(record);
    if (stored === null) throw new Error('an act has been carried out without its record');
    return receiptOf(stored, this.deps.proofs, { size: null, outage });
  }
}

function standing(request: RequestFacts, { change }: Pick<HandOverWrite, 'change'>): RequestStanding {
  const { id, check, reference } = request;
  return { id, check, reference, state: change?.to ?? request.state, version: request.version + (change === null ? 0 : 1) };
}
