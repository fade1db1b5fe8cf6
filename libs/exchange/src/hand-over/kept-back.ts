import { mayCollect, OUTAGE_REFUSES_AFTER_MS } from '@lateral/domain';
import { refuse, type Refusal } from '../outcome.js';
import type { EnvelopeFacts, RequestFacts } from '../ports/index.js';
import { conflict } from '../settle.js';

/**
 * Why a message, or the attachment it names, may not leave for `reader` (an agency it is sealed to) at `at`; null where it may.
 * `outage` is since when the ledger is away: it never keeps back what is urgent (promise 1).
 */
export function keptBack({ type, to }: EnvelopeFacts, request: RequestFacts | null, reader: string, outage: Date | null, at: Date): Refusal | null {
  if (request === null) return null;
  // A record is addressed to nobody: only its own agency comes this far, and it may have what it sealed.
  if (to === reader && type !== 'record' && !mayCollect(type, request.state, request.checkState)) return conflict('wrong-state', request);
  const tooLong = outage !== null && request.urgency !== 'red' && at.getTime() - outage.getTime() > OUTAGE_REFUSES_AFTER_MS;
  return tooLong ? refuse('ledger-outage') : null;
}
