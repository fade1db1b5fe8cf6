import type { AgencyType, Urgency } from '../codes.js';
import type { Calendar } from './calendar.js';
import { WrongCalendarError } from './calendar.js';
import type { BothLanguages } from '../justification/judgement.js';
import { dueSentence } from './due-sentence.js';
import type { DeadlinePolicy, Hours, OfAgencies, WorkingWeek } from './policy.js';
import type { Pause } from './running-time.js';
import { openHours, whenRunOut } from './running-time.js';

const HOUR_MS = 3_600_000;

/** What a due time depends on. `agency` is the id of the agency that was asked. */
export interface Asked {
  postedAt: Date;
  receivedAt: Date;
  urgency: Urgency;
  agencyType: AgencyType;
  agency: string;
  pauses?: readonly Pause[];
}

/** When an answer is due, the code of the rule that says so, and the same in words. */
export interface Due { dueAt: Date; rule: string; sentence: BothLanguages }

/** Which hours and which week apply, and whose they are: the agency's own (`agency`), its kind's (the type) or the partnership's (null). */
export interface Applied {
  hours: Hours;
  hoursOf: string | null;
  week: WorkingWeek;
  weekOf: string | null;
}

/**
 * When an answer is due (fact file 3.3, cases' README section 3). The rule's code is policy, rating, hours and clock, then whose
 * hours and week they are, then `from-receipt` and `paused` where they hold: `POL-WORK-2-6-24:amber:6h-working:SCHOOL-week`.
 * The policy must be free of faults (`faultsOfPolicy`). Calendar hours need no calendar.
 * Throws a CalendarDoesNotCoverError, a WrongCalendarError (working hours) or an ImpossiblePauseError.
 */
export function dueAt(policy: DeadlinePolicy, calendar: Calendar, asked: Asked): Due {
  const applied = appliedTo(policy, asked);
  const { hours, week } = applied;
  if (hours.clock === 'working' && policy.calendar !== calendar.code) throw new WrongCalendarError(policy.calendar, calendar.code);
  const start = policy.clockStart === 'posted_at' ? asked.postedAt : asked.receivedAt;
  const spans = hours.clock === 'working' ? openHours(week, calendar, start) : [{ from: start.getTime(), to: Infinity }];
  const pauses = asked.pauses ?? [];
  const paused = { dueAt: whenRunOut(start, Math.round(hours.value * HOUR_MS), spans, pauses), paused: pauses.length > 0 };
  return { dueAt: paused.dueAt, rule: ruleOf(policy, asked, applied), sentence: dueSentence({ ...applied, ...paused, urgency: asked.urgency, clockStart: policy.clockStart }) };
}

function appliedTo(policy: DeadlinePolicy, { urgency, agencyType, agency }: Asked): Applied {
  const kept: OfAgencies<Hours> = {};
  for (const [key, hours] of Object.entries(policy.agencyHours)) if (hours?.[urgency] !== undefined) kept[key] = hours[urgency];
  const hoursOf = keyIn(kept, agencyType, agency);
  const weekOf = keyIn(policy.agencyWeeks, agencyType, agency);
  return {
    hours: (hoursOf === null ? undefined : kept[hoursOf]) ?? policy.hours[urgency],
    hoursOf: hoursOf === agency ? 'agency' : hoursOf,
    week: (weekOf === null ? undefined : policy.agencyWeeks[weekOf]) ?? policy.workingWeek,
    weekOf: weekOf === agency ? 'agency' : weekOf,
  };
}

function keyIn(some: OfAgencies<unknown>, agencyType: AgencyType, agency: string): string | null {
  return [agency, agencyType].find((key) => Object.hasOwn(some, key) && some[key] !== undefined) ?? null;
}

function ruleOf(policy: DeadlinePolicy, { urgency, pauses }: Asked, { hours, hoursOf, weekOf }: Applied): string {
  return [
    policy.code,
    urgency,
    `${hours.value}h-${hours.clock}`,
    ...(hoursOf === null ? [] : [`${hoursOf}-hours`]),
    ...(hours.clock === 'working' ? [`${weekOf ?? 'partnership'}-week`] : []),
    ...(policy.clockStart === 'received_at' ? ['from-receipt'] : []),
    ...(pauses === undefined || pauses.length === 0 ? [] : ['paused']),
  ].join(':');
}
