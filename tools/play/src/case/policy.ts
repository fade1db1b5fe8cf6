import { URGENCIES, type Urgency } from '@lateral/domain';
import type { DeadlinePolicy } from '@lateral/domain/deadlines';
import type { CasePolicy } from './case.js';

/** Bank holidays come from here; a case whose own would make an answer due at another time is not played. */
const CALENDAR = 'england-and-wales';
type Hours = DeadlinePolicy['hours'][Urgency];

/**
 * The deadline policy that a case brings, in the shape of a policy file. A rating for which it has no hours is one that nothing is sent
 * under (else `faultsOfCase` names it); a policy file must have some for it, and is given those of another.
 */
export function policyOf({ code, clock_start, hours, working_week, agency_weeks }: CasePolicy): DeadlinePolicy {
  const unused: Hours = { value: 24, clock: 'calendar' };
  const any = URGENCIES.map((urgency) => hours[urgency]).find((each) => each !== null) ?? unused;
  const hoursOf = (urgency: Urgency): Hours => hours[urgency] ?? any;
  return {
    code, name: { en: code, cy: code }, clockStart: clock_start, hours: { red: hoursOf('red'), amber: hoursOf('amber'), green: hoursOf('green') }, workingWeek: working_week, agencyWeeks: agency_weeks, agencyHours: {},
    calendar: CALENDAR, source: ['the case'], status: 'check',
  };
}
