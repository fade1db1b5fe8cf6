import { URGENCIES, type Urgency } from '@lateral/domain';
import type { RatingReason } from '@lateral/domain/justification';
import type { Case } from './case.js';

export interface Rating {
  at: Date;
  urgency: Urgency;
  reason: RatingReason;
}

/** From the most urgent to the least. Blue is not sent. */
const GRADES = [...URGENCIES, 'blue'] as const;
type Grade = (typeof GRADES)[number];

export const isMoreUrgent = (a: Grade, b: Grade): boolean => GRADES.indexOf(a) < GRADES.indexOf(b);

/** Of the coded reasons for rating anew the one that says which way: a case has its reason in words. */
export const reasonBetween = (from: Grade, to: Grade): RatingReason => (isMoreUrgent(to, from) ? 'risk_increased' : 'risk_reduced');

/** When the rating of a case changed, and to what. No check is blue: one that became so is rated by the least urgent that is sent. */
export function ratingsOf({ brag_changes }: Pick<Case, 'brag_changes'>): Rating[] {
  return brag_changes.map(({ at, from, to }) => ({ at: new Date(at), urgency: to === 'blue' ? 'green' : to, reason: reasonBetween(from, to) }));
}
