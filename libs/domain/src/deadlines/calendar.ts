/** One day that is no working day. `check`: by the rules of the Act, not yet by proclamation. */
export interface Holiday { day: string; name: { en: string; cy: string }; status: 'sourced' | 'check' }

/** Bank holidays of a place. Days are `YYYY-MM-DD`, in order. `from` and `to` are the first and last year for which every holiday is listed. */
export interface Calendar {
  code: string;
  name: { en: string; cy: string };
  holidays: Holiday[];
  from: number;
  to: number;
  source: string[];
}

/** A day was asked for whose holidays the calendar does not know. Nothing is guessed: a due time that may be wrong is worse than none. */
export class CalendarDoesNotCoverError extends Error {
  override readonly name = 'CalendarDoesNotCoverError';
  readonly code = 'calendar-does-not-cover';

  constructor(readonly calendar: string, readonly day: string) {
    super(`the calendar ${calendar} does not cover ${day}`);
  }
}

/** A policy was applied with another calendar than the one it names. */
export class WrongCalendarError extends Error {
  override readonly name = 'WrongCalendarError';
  readonly code = 'wrong-calendar';

  constructor(readonly wanted: string, readonly given: string) {
    super(`the policy counts by the calendar ${wanted} and was given ${given}`);
  }
}

/** Whether a London day is a bank holiday. Throws a CalendarDoesNotCoverError on a day outside the calendar's years. */
export function isHoliday(calendar: Calendar, day: string): boolean {
  const year = Number(day.slice(0, 4));
  if (!(year >= calendar.from && year <= calendar.to)) throw new CalendarDoesNotCoverError(calendar.code, day);
  return calendar.holidays.some((holiday) => holiday.day === day);
}
