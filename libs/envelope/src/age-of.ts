import type { Receipt } from '@lateral/contracts';
import { CLOCK_TOLERANCE_MS } from './inspect/verify-header.js';
import { isReceiptOf, type OpenInput, type Outside } from './verify-outside.js';

/**
 * Whether a message is of its time for this reader. `expires` says until when it may be opened for the first time, so that whoever carries it cannot
 * hold it back and serve it as fresh later; what had been handed over by then is read again whenever its reader likes, and its sender's own
 * team has had it from the start. As in step 3, a proof that is there must be right, and nobody waits for one that is not there yet.
 */
export function ageOf({ header }: Pick<Outside, 'header'>, { expected, now, handOvers = [], verifyProof }: Pick<OpenInput, 'expected' | 'now' | 'handOvers' | 'verifyProof'>): 'of-its-time' | 'on-hubs-word' | 'expired' {
  const { context } = header;
  if (now.getTime() < Date.parse(context.expires) || context.from.agency === expected.agency) return 'of-its-time';
  if (handOvers === 'not-shown') return 'on-hubs-word';
  const inTime = handOvers.filter((receipt) => isReceiptOf(header, receipt) && isHandOver(receipt, expected.agency, context));
  if (inTime.some((receipt) => receipt.proof !== null && verifyProof(receipt) === 'proven')) return 'of-its-time';
  return inTime.some(({ proof }) => proof === null) ? 'on-hubs-word' : 'expired';
}

/** Whether its record says that the message itself, not its attachment, was handed to the agency while it could be opened. */
function isHandOver({ event, record: text }: Receipt, agency: string, { created, expires }: { created: string; expires: string }): boolean {
  // A receipt of this message has been parsed before.
  const record = JSON.parse(text) as Record<string, unknown>;
  const at = Date.parse(String(record['at']));
  return event === 'envelope.handed-over.v1' && record['event'] === event && record['agency'] === agency && record['part'] === 'envelope'
    && at >= Date.parse(created) - CLOCK_TOLERANCE_MS && at < Date.parse(expires);
}
