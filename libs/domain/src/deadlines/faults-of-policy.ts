import { AGENCY_TYPES, URGENCIES } from '../codes.js';
import { millisecondsOf } from '../ids.js';
import type { Fault } from './faults.js';
import { fault, faultsOfName } from './faults.js';
import { minutesOf } from './london.js';
import type { DeadlinePolicy, Hours, WorkingWeek } from './policy.js';
import { CLOCKS, CLOCK_STARTS } from './policy.js';

const MOST_HOURS = 8760;
const CODE = /^[A-Z0-9]+(?:-[A-Z0-9]+)*$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const oneOf = (codes: readonly string[], code: string): boolean => codes.includes(code);

/**
 * Everything that makes a policy of the right shape impossible to count by, as data. Empty where `dueAt` can use it.
 * `calendars` are the codes of the calendars that there are; without it the calendar's code is only asked to be there.
 */
export function faultsOfPolicy(policy: DeadlinePolicy, calendars?: readonly string[]): Fault[] {
  return [
    ...(CODE.test(policy.code) ? [] : [fault('/code', 'code-malformed')]),
    ...faultsOfName('/name', policy.name),
    ...(oneOf(CLOCK_STARTS, policy.clockStart) ? [] : [fault('/clockStart', 'clock-start-unknown')]),
    ...faultsOfHoursByRating('/hours', policy.hours),
    ...URGENCIES.filter((urgency) => policy.hours[urgency] === undefined).map((urgency) => fault(`/hours/${urgency}`, 'rating-missing')),
    ...faultsOfWeek('/workingWeek', policy.workingWeek),
    ...faultsOfAgencies('/agencyWeeks', policy.agencyWeeks, faultsOfWeek),
    ...faultsOfAgencies('/agencyHours', policy.agencyHours, faultsOfHoursByRating),
    ...((calendars === undefined ? policy.calendar !== '' : calendars.includes(policy.calendar)) ? [] : [fault('/calendar', 'calendar-unknown')]),
  ];
}

function faultsOfAgencies<T>(field: string, some: Partial<Record<string, T>>, faultsOf: (field: string, each: T) => Fault[]): Fault[] {
  return Object.entries(some).flatMap(([agency, each]) => [
    ...(oneOf(AGENCY_TYPES, agency) || millisecondsOf(agency) !== null ? [] : [fault(`${field}/${agency}`, 'agency-unknown')]),
    ...(each === undefined ? [] : faultsOf(`${field}/${agency}`, each)),
  ]);
}

function faultsOfHoursByRating(field: string, hours: Partial<Record<string, Hours>>): Fault[] {
  return Object.entries(hours).flatMap(([rating, each]) => [
    ...(oneOf(URGENCIES, rating) ? [] : [fault(`${field}/${rating}`, 'rating-unknown')]),
    ...(each === undefined ? [] : faultsOfHours(`${field}/${rating}`, each)),
  ]);
}

function faultsOfHours(field: string, { value, clock }: Hours): Fault[] {
  return [
    ...(value > 0 ? [] : [fault(`${field}/value`, 'hours-not-positive')]),
    ...(value > MOST_HOURS ? [fault(`${field}/value`, 'hours-too-many')] : []),
    ...(oneOf(CLOCKS, clock) ? [] : [fault(`${field}/clock`, 'clock-unknown')]),
  ];
}

function faultsOfWeek(field: string, { days, from, to }: WorkingWeek): Fault[] {
  const opens = TIME.test(from);
  const closes = TIME.test(to) || to === '24:00';
  return [
    ...(days.length === 0 ? [fault(`${field}/days`, 'week-without-days')] : []),
    ...days.flatMap((day, i) => [
      ...(Number.isInteger(day) && day >= 1 && day <= 7 ? [] : [fault(`${field}/days/${i}`, 'weekday-unknown')]),
      ...(days.indexOf(day) < i ? [fault(`${field}/days/${i}`, 'weekday-twice')] : []),
    ]),
    ...(opens ? [] : [fault(`${field}/from`, 'time-malformed')]),
    ...(closes ? [] : [fault(`${field}/to`, 'time-malformed')]),
    ...(opens && closes && minutesOf(from) >= minutesOf(to) ? [fault(`${field}/to`, 'closes-before-it-opens')] : []),
  ];
}
