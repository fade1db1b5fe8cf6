import type { Nation } from '../codes.js';
import type { SubjectKind } from '../justification/codes.js';
import type { Calendar } from './calendar.js';
import { WrongCalendarError, isHoliday } from './calendar.js';
import { dayAfter, instantOfLondon, londonDay, weekdayOf } from './london.js';
import type { DeadlinePolicy } from './policy.js';

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];
const DECISION_BY = '17:00';

/**
 * When the partnership closes on its next working day after the London day of `at`: the review of an emergency override is due then.
 * Throws a CalendarDoesNotCoverError where the calendar ends, a WrongCalendarError where the policy names another.
 */
export function endOfNextWorkingDay(policy: DeadlinePolicy, calendar: Calendar, at: Date): Date {
  if (policy.calendar !== calendar.code) throw new WrongCalendarError(policy.calendar, calendar.code);
  return new Date(instantOfLondon(workingDayAfter(1, policy.workingWeek.days, calendar, at), policy.workingWeek.to));
}

/**
 * When a check ought to be decided (fact file 3.4, cases' README section 3): 17:00 on the next working day for a child or a
 * household, on the seventh working day for an adult in Wales (SSWBA s126), and no time for an adult in England (s42 has none).
 * These clocks are guidance's, not a partnership's: working days are Monday to Friday without bank holidays.
 * Throws a CalendarDoesNotCoverError where the calendar ends.
 */
export function decisionDueAt(calendar: Calendar, { subjectKind, nation, receivedAt }: { subjectKind: SubjectKind; nation: Nation; receivedAt: Date }): Date | null {
  if (subjectKind === 'adult' && nation === 'E') return null;
  const days = subjectKind === 'adult' ? 7 : 1;
  return new Date(instantOfLondon(workingDayAfter(days, MONDAY_TO_FRIDAY, calendar, receivedAt), DECISION_BY));
}

function workingDayAfter(count: number, weekdays: readonly number[], calendar: Calendar, at: Date): string {
  let day = londonDay(at);
  for (let left = count; left > 0;) {
    day = dayAfter(day);
    if (!isHoliday(calendar, day) && weekdays.includes(weekdayOf(day))) left -= 1;
  }
  return day;
}
