import { refuse, type Refusal } from './result.js';
import type { RequestFacts } from './ports/index.js';

/*
 * What one check may hold. Everything about it goes into one evidence pack, which is gathered in memory; without an end to it
 * one member of one agency could make a check that no party can take its evidence of any more.
 */

/** Agencies that one check may ask. With the limits of an envelope a check of so many fits the body limit of the hub. */
export const MOST_REQUESTS = 12;

/** Acts on one request, which its version counts: several a week for half a year, where a check lasts some days. */
export const MOST_ACTS = 100;

/** Records that an agency keeps of one check and sends to nobody: for each agency that it did not ask, and each time that it thought about it again. */
export const MOST_RECORDS_KEPT = 100;

/** Ciphertext in one evidence pack, as much as one body of the largest check. Where there is more, each message is handed over again, one by one. */
export const MOST_EVIDENCE_BYTES = 16 * 1024 * 1024;

/** That another act which leaves a request as it was, or puts something right, is one too many. What ends a request is never asked this: nobody can be kept from a first answer or from withdrawing. */
export function faultOfActs({ version }: Pick<RequestFacts, 'version'>): Refusal | null {
  return version > MOST_ACTS ? refuse('limit-reached') : null;
}
