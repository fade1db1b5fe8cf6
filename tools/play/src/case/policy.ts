import type { DeadlinePolicy } from '@lateral/domain/deadlines';
import type { CasePolicy } from './case.js';

/** Bank holidays come from here: those of a case are the same ones. */
const CALENDAR = 'england-and-wales';

/** The deadline policy that a case brings, in the shape of a policy file. Throws a TypeError where a rating that is sent has no hours. */
export function policyOf({ code, clock_start, hours: { red, amber, green }, working_week, agency_weeks }: CasePolicy): DeadlinePolicy {
  if (red === null || amber === null || green === null) throw new TypeError('a policy has hours for each rating that is sent');
  return {
    code, name: { en: code, cy: code }, clockStart: clock_start, hours: { red, amber, green }, workingWeek: working_week, agencyWeeks: agency_weeks, agencyHours: {},
    calendar: CALENDAR, source: ['the case'], status: 'check',
  };
}
