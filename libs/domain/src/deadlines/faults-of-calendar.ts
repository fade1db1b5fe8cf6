import { isDay } from '../days.js';
import type { Calendar, Holiday } from './calendar.js';
import type { Fault } from './faults.js';
import { fault, faultsOfName } from './faults.js';

const CODE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Everything that makes a calendar of the right shape unfit to count by, as data: a year that says it is covered must list its holidays. */
export function faultsOfCalendar(calendar: Calendar): Fault[] {
  return [
    ...(CODE.test(calendar.code) ? [] : [fault('/code', 'code-malformed')]),
    ...faultsOfName('/name', calendar.name),
    ...(Number.isInteger(calendar.from) && Number.isInteger(calendar.to) && calendar.from <= calendar.to ? [] : [fault('/to', 'years-reversed')]),
    ...calendar.holidays.flatMap((holiday, i) => faultsOfHoliday(calendar, holiday, i)),
    ...emptyYears(calendar).map(() => fault('/holidays', 'year-without-holidays')),
  ];
}

function faultsOfHoliday({ from, to, holidays }: Calendar, { day, name }: Holiday, i: number): Fault[] {
  const field = `/holidays/${i}`;
  const before = i === 0 ? '' : holidays[i - 1]!.day;
  const year = Number(day.slice(0, 4));
  return [
    ...(isDay(day) ? [] : [fault(`${field}/day`, 'day-malformed')]),
    ...(year >= from && year <= to ? [] : [fault(`${field}/day`, 'day-outside-years')]),
    ...(day < before ? [fault(`${field}/day`, 'days-out-of-order')] : []),
    ...(day === before ? [fault(`${field}/day`, 'day-twice')] : []),
    ...faultsOfName(`${field}/name`, name),
  ];
}

function emptyYears({ from, to, holidays }: Calendar): number[] {
  const listed = new Set(holidays.map(({ day }) => Number(day.slice(0, 4))));
  const years: number[] = [];
  for (let year = from; year <= to && years.length === 0; year += 1) if (!listed.has(year)) years.push(year);
  return years;
}
