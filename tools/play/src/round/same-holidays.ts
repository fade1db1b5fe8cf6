import { CalendarDoesNotCoverError } from '@lateral/domain/deadlines';
import type { PlannedCheck, PlannedRequest, RoundPlan } from '../case/plan.js';
import { UnplayableCase } from '../case/unplayable-case.js';
import type { ServedLaw } from '../party/served-law.js';

/**
 * Sees that the hub counts by the days that the case has: its bank holidays are those of its own calendar, of certain years. Throws
 * an UnplayableCase where an answer would be due at another time, or where the hub does not know the days. Holidays that change nothing
 * are nobody's concern.
 */
export function refuseOtherHolidays(plan: RoundPlan, law: Pick<ServedLaw, 'dueBy'>): void {
  for (const check of plan.checks) {
    for (const request of check.requests) refuseOf(plan, law, { check, request });
  }
}

function refuseOf({ file, agencies, bankHolidays }: RoundPlan, law: Pick<ServedLaw, 'dueBy'>, { check: { receivedAt }, request: { id, agency, postedAt, record } }: { check: PlannedCheck; request: PlannedRequest }): void {
  const type = agencies.find((each) => each.id === agency)?.type;
  if (type === undefined) throw new Error('a request is planned to an agency that is not');
  const asked = { postedAt, receivedAt, urgency: record.urgency, agencyType: type, agency };
  try {
    if (law.dueBy(null, asked).getTime() === law.dueBy(bankHolidays, asked).getTime()) return;
  } catch (cause) {
    if (!(cause instanceof CalendarDoesNotCoverError)) throw cause;
    throw new UnplayableCase(file, 'policy/bank_holidays', `are needed of ${cause.day.slice(0, 4)} for the answer to ${id}, and the calendar ${cause.calendar} does not reach so far`);
  }
  throw new UnplayableCase(file, 'policy/bank_holidays', `are others than those of England and Wales, by which the answer to ${id} is due at another time`);
}
