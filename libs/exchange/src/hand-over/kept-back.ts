import { mayCollect, OUTAGE_REFUSES_AFTER_MS, type Urgency } from '@lateral/domain';
import { knowsStanding } from '../envelope-readers.js';
import { refuse, type Refusal } from '../result.js';
import type { Actor, CheckStore, EnvelopeFacts, RequestFacts, RequestSeen } from '../ports/index.js';
import { conflict } from '../settle.js';

/**
 * Why a message, or the attachment it names, may not leave for `reader` (an agency it is sealed to) at `at`; null where it may.
 * `outage` is since when the ledger is away: it never keeps back what is urgent (promise 1).
 */
export function keptBack({ from, type, collectedAt }: EnvelopeFacts, request: RequestFacts | null, reader: string, outage: Date | null, at: Date): Refusal | null {
  if (request === null) return null;
  // Whoever sealed it may have it. Everybody else that it is sealed to is asked, those that read for the addressed agency too.
  const reviews = reader === request.asked && request.reviewWaits && collectedAt !== null;
  if (reader !== from && !mayCollect(type, request.state, request.checkState, reviews)) return told('wrong-state', request, reader);
  return waitsForLedger(request.urgency, outage, at) ? refuse('ledger-outage') : null;
}

/** Whether something of a request of this urgency stays here until the ledger is back. */
export function waitsForLedger(urgency: Urgency, outage: Date | null, at: Date): boolean {
  return outage !== null && urgency !== 'red' && at.getTime() - outage.getTime() > OUTAGE_REFUSES_AFTER_MS;
}

/** The same of a retry. It writes nothing that could still be stopped, so it is looked once more where the request stands. */
export async function keptBackNow(checks: Pick<CheckStore, 'requestFacts'>, facts: EnvelopeFacts, actor: Actor, outage: Date | null, at: Date): Promise<Refusal | null> {
  if (facts.request === null || facts.type === 'record') return null;
  const request = await checks.requestFacts(facts.request, actor);
  return request === null ? refuse('not-found') : keptBack(facts, request, actor.agency, outage, at);
}

/** What must still be so in the moment in which it leaves; null for its sender, to whom it may leave whatever was withdrawn. */
export function seenFor(reader: string, { from }: EnvelopeFacts, request: RequestFacts | null): RequestSeen | null {
  if (request === null || reader === from) return null;
  const { id, check, version, state, checkState } = request;
  return { request: id, check, version, state, checkState };
}

/** Something of the request moved after it was looked at: what is there of it now, for whom it may be told. */
export async function movedMeanwhile(checks: Pick<CheckStore, 'requestFacts'>, request: RequestFacts | null, actor: Actor): Promise<Refusal> {
  return request === null ? refuse('not-found') : told('version-changed', (await checks.requestFacts(request.id, actor)) ?? request, actor.agency);
}

function told(code: 'wrong-state' | 'version-changed', request: RequestFacts, reader: string): Refusal {
  return knowsStanding(request, reader) ? conflict(code, request) : refuse(code);
}
