import type { HandOverReply, Receipt, RequestStanding, SealedEnvelope } from '@lateral/contracts';
import { mayCollect, OUTAGE_REFUSES_AFTER_MS, requestAfter } from '@lateral/domain';
import { composeRecord } from '../compose-record.js';
import { done, refuse, type Outcome } from '../outcome.js';
import type { Actor, Attempt, AuditRow, CheckStore, Clock, EnvelopeFacts, HandOverWrite, IncidentStore, LedgerProofs, Randomness, RecordStore, RequestFacts } from '../ports/index.js';
import { receiptOf, unplacedReceipt } from '../read-receipts/receipt-of.js';
import { conflict } from '../settle.js';

export interface HandOverDeps {
  clock: Clock;
  randomness: Randomness;
  checks: CheckStore;
  records: RecordStore;
  incidents: IncidentStore;
  proofs: LedgerProofs;
}

/**
 * The one act by which an envelope leaves the hub. The audit record is committed before the first byte leaves; the ledger being
 * away never keeps an urgent message back (promise 1): it is delivered, marked unwitnessed, and an incident stands open.
 */
export class HandOver {
  constructor(private readonly deps: HandOverDeps) {}

  async carryOut(actor: Actor, attempt: Attempt, envelope: string): Promise<Outcome<HandOverReply>> {
    const facts = await this.deps.checks.envelopeFacts(envelope);
    // A stranger and a reader of an unknown id are told the same.
    if (facts === null || (facts.to !== actor.agency && facts.from !== actor.agency)) return refuse('not-found');
    const request = facts.request === null ? null : await this.deps.checks.requestFacts(facts.request);
    const collecting = facts.to === actor.agency;
    if (collecting && request !== null && !mayCollect(facts.type, request.state, request.checkState)) return conflict('wrong-state', request);

    const [at, outage] = await Promise.all([this.deps.clock.now(), this.deps.incidents.open('ledger-away')]);
    if (outage !== null && request !== null && request.urgency !== 'red' && at.getTime() - outage.raisedAt.getTime() > OUTAGE_REFUSES_AFTER_MS) return refuse('ledger-outage');

    const write = this.write(actor, attempt, facts, collecting ? request : null, at);
    const sealed = await this.commit(write);
    if (sealed === null) return request === null ? refuse('not-found') : conflict('version-changed', (await this.deps.checks.requestFacts(request.id)) ?? request);
    return done(await this.reply(sealed, facts, write, request, outage !== null));
  }

  private write(actor: Actor, attempt: Attempt, facts: EnvelopeFacts, request: RequestFacts | null, at: Date): HandOverWrite {
    const fields = { check: facts.check, request: facts.request, message: facts.id, agency: actor.agency, member: actor.member, header: facts.headerDigest, part: 'envelope' };
    const parties = facts.to === null ? [facts.from] : [facts.from, facts.to];
    // Collecting the request in force acknowledges it, even if the notice of it never arrived.
    const to = request !== null && request.currentEnvelope === facts.id ? requestAfter(request.state, 'hand_over') : null;
    const change = request === null || to === null || to === request.state
      ? null
      : { request: request.id, check: request.check, from: { version: request.version, state: request.state }, to, checkChange: null };
    return {
      actor, attempt, at, outbox: [],
      records: [composeRecord('envelope.handed-over.v1', fields, { at, randomness: this.deps.randomness, parties })],
      envelope: facts.id, change, firstCollection: request !== null && facts.collectedAt === null,
    };
  }

  /** The sealed bytes once the record stands, or null where the request changed meanwhile. */
  private async commit(write: HandOverWrite): Promise<SealedEnvelope | null> {
    const result = await this.deps.checks.handOver(write);
    if (result.outcome === 'done') return result.reply;
    return result.outcome === 'replayed' ? this.deps.checks.sealed(write.envelope) : null;
  }

  private async reply(envelope: SealedEnvelope, facts: EnvelopeFacts, write: HandOverWrite, request: RequestFacts | null, outage: boolean): Promise<HandOverReply> {
    const share = await this.shareReceipt(facts.shareRecord, outage);
    const handOver = unplacedReceipt(write.records[0] as AuditRow, outage ? 'unwitnessed' : 'recorded');
    return { envelope, request: request === null ? null : standing(request, write), receipts: { share, handOver }, witness: share.state };
  }

  private async shareReceipt(id: string, outage: boolean): Promise<Receipt> {
    const stored = await this.deps.records.record(id);
    if (stored === null) throw new Error('an envelope is here without the record that brought it');
    return receiptOf(stored, this.deps.proofs, { size: null, outage });
  }
}

function standing(request: RequestFacts, { change }: HandOverWrite): RequestStanding {
  const { id, check, reference } = request;
  return { id, check, reference, state: change?.to ?? request.state, version: request.version + (change === null ? 0 : 1) };
}
