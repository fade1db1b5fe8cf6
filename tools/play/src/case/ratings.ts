import { URGENCIES, type Urgency } from '@lateral/domain';
import type { RatingReason } from '@lateral/domain/justification';
import type { Case } from './case.js';

/** Changes of rating as a case file has them. */
interface RatedCase extends Case {
  brag_changes?: { at: string; from: Urgency; to: Urgency }[];
}

/** When the rating of a case changed, and to what. Of the coded reasons the one that says which way is given: the case has it in words. */
export function ratingsOf({ brag_changes = [] }: RatedCase): { at: Date; urgency: Urgency; reason: RatingReason }[] {
  return brag_changes.map(({ at, from, to }) => ({ at: new Date(at), urgency: to, reason: URGENCIES.indexOf(to) < URGENCIES.indexOf(from) ? 'risk_increased' : 'risk_reduced' }));
}
