import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { Calendar } from './calendar.js';
import { CalendarDoesNotCoverError, WrongCalendarError } from './calendar.js';
import type { Asked } from './due-at.js';
import { dueAt } from './due-at.js';
import { londonDay, londonTime } from './london.js';
import type { DeadlinePolicy, Hours, WorkingWeek } from './policy.js';
import type { Pause } from './running-time.js';
import { ImpossiblePauseError } from './running-time.js';

const ROOT = resolve(import.meta.dirname, '../../../..');
const calendar = parse(readFileSync(resolve(ROOT, 'config/calendars/england-and-wales.yaml'), 'utf8')) as Calendar;
const published = parse(readFileSync(resolve(ROOT, 'config/deadlines/pol-work-2-6-24.yaml'), 'utf8')) as DeadlinePolicy;
const AGENCY = '01890000-0000-7000-8000-000000000001';
const SCHOOL_WEEK: WorkingWeek = { days: [1, 2, 3, 4, 5], from: '08:30', to: '16:00' };
const QUARTER = 900_000;

const asked = (postedAt: string, more: Partial<Asked> = {}): Asked =>
  ({ postedAt: new Date(postedAt), receivedAt: new Date(postedAt), urgency: 'amber', agencyType: 'GP', agency: AGENCY, ...more });
const policyWith = (amber: Hours, more: Partial<DeadlinePolicy> = {}): DeadlinePolicy => ({ ...published, hours: { ...published.hours, amber }, ...more });
const due = (policy: DeadlinePolicy, at: Asked): string => londonTime(dueAt(policy, calendar, at).dueAt);
const pause = (from: string, to: string): Pause => ({ from: new Date(from), to: new Date(to), reason: 'paused_for_clarification' });

describe('a due time', () => {
  it('in calendar hours is elapsed time, right across both changes of the clocks', () => {
    const day = policyWith({ value: 24, clock: 'calendar' });
    expect(due(day, asked('2026-10-24T12:00+01:00'))).toBe('2026-10-25T11:00+00:00');
    expect(due(day, asked('2026-03-28T12:00+00:00'))).toBe('2026-03-29T13:00+01:00');
  });

  it('in working hours keeps to the wall clock of the week across both changes', () => {
    expect(due(published, asked('2026-10-23T16:00+01:00'))).toBe('2026-10-26T14:00+00:00');
    expect(due(published, asked('2026-03-27T16:00+00:00'))).toBe('2026-03-30T14:00+01:00');
  });

  it('that runs out exactly at closing is due at closing', () => {
    expect(due(published, asked('2026-11-03T11:00+00:00'))).toBe('2026-11-03T17:00+00:00');
    expect(due(published, asked('2026-11-03T11:01+00:00'))).toBe('2026-11-04T09:01+00:00');
  });

  it('begins at opening where a request is posted out of hours', () => {
    expect(due(published, asked('2026-11-03T03:00+00:00'))).toBe('2026-11-03T15:00+00:00');
    expect(due(published, asked('2026-11-03T17:00+00:00'))).toBe('2026-11-04T15:00+00:00');
    expect(due(published, asked('2026-12-24T16:00+00:00'))).toBe('2026-12-29T14:00+00:00');
  });

  it('of a desk that never closes counts the hour of each change', () => {
    const always = policyWith({ value: 24, clock: 'working' }, { workingWeek: { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' } });
    expect(due(always, asked('2026-10-25T00:00+01:00'))).toBe('2026-10-25T23:00+00:00');
    expect(due(always, asked('2026-03-29T00:00+00:00'))).toBe('2026-03-30T01:00+01:00');
  });

  it('counts from receipt where the policy says so', () => {
    const fromReceipt = policyWith({ value: 24, clock: 'calendar' }, { clockStart: 'received_at' });
    const later = asked('2026-11-03T11:00+00:00', { receivedAt: new Date('2026-11-03T09:00+00:00') });
    expect(due(fromReceipt, later)).toBe('2026-11-04T09:00+00:00');
    expect(dueAt(fromReceipt, calendar, later).rule).toBe('POL-WORK-2-6-24:amber:24h-calendar:from-receipt');
  });

  it('takes the week and hours of the agency before those of its kind, and these before the partnership’s', () => {
    const kinds = policyWith({ value: 6, clock: 'working' }, { agencyWeeks: { SCHOOL: SCHOOL_WEEK }, agencyHours: { SCHOOL: { amber: { value: 2, clock: 'working' } } } });
    const own: DeadlinePolicy = { ...kinds, agencyWeeks: { ...kinds.agencyWeeks, [AGENCY]: { ...SCHOOL_WEEK, to: '12:00' } }, agencyHours: { ...kinds.agencyHours, [AGENCY]: { amber: { value: 1.5, clock: 'working' } } } };
    const school = asked('2026-11-03T08:00+00:00', { agencyType: 'SCHOOL' });
    const shown = (policy: DeadlinePolicy, at: Asked): [string, string] => [dueAt(policy, calendar, at).rule, due(policy, at)];
    expect(shown(kinds, school)).toEqual(['POL-WORK-2-6-24:amber:2h-working:SCHOOL-hours:SCHOOL-week', '2026-11-03T10:30+00:00']);
    expect(shown(own, school)).toEqual(['POL-WORK-2-6-24:amber:1.5h-working:agency-hours:agency-week', '2026-11-03T10:00+00:00']);
    expect(shown(own, asked('2026-11-03T08:00+00:00', { agency: 'another' }))).toEqual(['POL-WORK-2-6-24:amber:6h-working:partnership-week', '2026-11-03T15:00+00:00']);
    expect(shown(own, { ...school, urgency: 'red' })).toEqual(['POL-WORK-2-6-24:red:2h-calendar', '2026-11-03T10:00+00:00']);
  });

  it('is stretched by what pauses take away, once each, and by nothing else', () => {
    const at = (...pauses: Pause[]): string => due(published, asked('2026-11-03T09:00+00:00', { pauses }));
    expect(at(pause('2026-11-03T10:00Z', '2026-11-03T11:00Z'))).toBe('2026-11-03T16:00+00:00');
    expect(at(pause('2026-11-03T10:30Z', '2026-11-03T11:00Z'), pause('2026-11-03T10:00Z', '2026-11-03T10:45Z'))).toBe('2026-11-03T16:00+00:00');
    expect(at(pause('2026-11-03T16:00Z', '2026-11-04T12:00Z'))).toBe('2026-11-03T15:00+00:00');
    expect(at(pause('2026-11-02T10:00Z', '2026-11-03T09:00Z'))).toBe('2026-11-03T15:00+00:00');
    expect(at(pause('2026-11-03T14:00Z', '2026-11-04T08:00Z'))).toBe('2026-11-04T10:00+00:00');
    expect(at(pause('2026-11-03T15:00Z', '2026-11-03T16:00Z'))).toBe('2026-11-03T15:00+00:00');
    expect(dueAt(published, calendar, asked('2026-11-03T09:00Z', { urgency: 'red', pauses: [pause('2026-11-03T10:00Z', '2026-11-03T20:00Z')] })))
      .toMatchObject({ dueAt: new Date('2026-11-03T21:00Z'), rule: 'POL-WORK-2-6-24:red:2h-calendar:paused' });
  });

  it('refuses a pause that ends before it begins', () => {
    expect(() => dueAt(published, calendar, asked('2026-11-03T09:00Z', { pauses: [pause('2026-11-03T11:00Z', '2026-11-03T10:00Z')] }))).toThrow(ImpossiblePauseError);
    expect(() => dueAt(published, calendar, asked('2026-11-03T09:00Z', { pauses: [pause('2026-11-03T11:00Z', 'soon')] }))).toThrow(ImpossiblePauseError);
  });

  it('is never guessed beyond the calendar', () => {
    expect(() => due(published, asked('2030-12-31T16:00Z'))).toThrow(CalendarDoesNotCoverError);
    expect(() => due(published, asked('2023-12-31T16:00Z'))).toThrow('england-and-wales does not cover 2023-12-31');
    expect(due(published, asked('2030-12-31T16:00Z', { urgency: 'red' }))).toBe('2030-12-31T18:00+00:00');
    expect(() => due({ ...published, workingWeek: { ...SCHOOL_WEEK, days: [] } }, asked('2026-11-03T09:00Z'))).toThrow(CalendarDoesNotCoverError);
    expect(() => due({ ...published, calendar: 'scotland' }, asked('2026-11-03T09:00Z'))).toThrow(WrongCalendarError);
  });
});

const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' });
const quarters = (from: string, to: string): fc.Arbitrary<number> => fc.integer({ min: Date.parse(from) / QUARTER, max: Date.parse(to) / QUARTER }).map((n) => n * QUARTER);
const oclock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const anyWeek: fc.Arbitrary<WorkingWeek> = fc.tuple(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 7 }), fc.integer({ min: 0, max: 92 }), fc.integer({ min: 4, max: 96 }))
  .map(([days, from, length]) => ({ days, from: oclock(from * 15), to: oclock(Math.min(96, from + length) * 15) }));
const anyHours: fc.Arbitrary<Hours> = fc.record({ value: fc.integer({ min: 1, max: 60 }).map((n) => n / 4), clock: fc.constantFrom('calendar', 'working') });
const anyPolicy = fc.tuple(anyHours, anyWeek).map(([amber, workingWeek]) => policyWith(amber, { workingWeek }));
/** Any quarter of an hour of six years, and often one close to a change of the clocks or to Christmas. */
const anyStart = fc.oneof(quarters('2024-01-01', '2029-12-01'), quarters('2026-10-23', '2026-10-27'), quarters('2027-03-26', '2027-03-30'), quarters('2027-12-23', '2027-12-30'));
const pausesFrom = (start: number): fc.Arbitrary<Pause[]> => fc.array(fc.tuple(fc.integer({ min: -8, max: 200 }), fc.integer({ min: 0, max: 60 })), { maxLength: 3 })
  .map((pauses) => pauses.map(([from, length]) => ({ from: new Date(start + from * QUARTER), to: new Date(start + (from + length) * QUARTER), reason: 'paused_service_closed' })));
const startAndPauses = anyStart.chain((start) => fc.tuple(fc.constant(start), pausesFrom(start)));

/** Whether a quarter of an hour counts, as the platform's clock and a plain reading of the week have it. */
function counts({ hours: { amber }, workingWeek }: DeadlinePolicy, pauses: readonly Pause[], ms: number): boolean {
  if (pauses.some(({ from, to }) => from.getTime() <= ms && ms < to.getTime())) return false;
  if (amber.clock === 'calendar') return true;
  const [day, time] = wall.format(ms).split(' ') as [string, string];
  const weekday = new Date(day).getUTCDay() || 7;
  return workingWeek.days.includes(weekday) && time >= workingWeek.from && time < workingWeek.to && !calendar.holidays.some((holiday) => holiday.day === day);
}

// The wall shows this hour twice or never: what an opening or closing time in it means is fixed in london.spec.
const isPlain = ({ from, to }: WorkingWeek): boolean => ![from, to].some((time) => time > '01:00' && time < '02:00') && from !== '01:00' && to !== '01:00';

const at = (policy: DeadlinePolicy, start: number, pauses: readonly Pause[] = []): number =>
  dueAt(policy, calendar, { ...asked('2026-01-01'), postedAt: new Date(start), pauses }).dueAt.getTime();

describe('over years of dates, a due time', () => {
  it('is what counting quarters of an hour one by one comes to', () => {
    fc.assert(fc.property(anyPolicy.filter(({ workingWeek }) => isPlain(workingWeek)), startAndPauses, (policy, [start, pauses]) => {
      let left = policy.hours.amber.value * 4;
      let ms = start;
      for (; left > 0; ms += QUARTER) if (counts(policy, pauses, ms)) left -= 1;
      expect(at(policy, start, pauses)).toBe(ms);
    }), { numRuns: 400 });
  }, 60_000);

  it('comes after the start and never earlier for a later start', () => {
    fc.assert(fc.property(anyPolicy, anyStart, fc.integer({ min: 0, max: 10 * 86_400_000 }), (policy, start, later) => {
      expect(at(policy, start)).toBeGreaterThan(start);
      expect(at(policy, start + later)).toBeGreaterThanOrEqual(at(policy, start));
    }), { numRuns: 500 });
  });

  it('is later for more hours', () => {
    fc.assert(fc.property(anyPolicy, anyStart, fc.integer({ min: 1, max: 20 }), (policy, start, more) => {
      const longer = policyWith({ ...policy.hours.amber, value: policy.hours.amber.value + more }, { workingWeek: policy.workingWeek });
      expect(at(longer, start)).toBeGreaterThan(at(policy, start));
    }), { numRuns: 300 });
  });

  it('in working hours lies in working time or at its end, and never on a holiday', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 6000 }), anyStart, startAndPauses, (minutes, start, [, pauses]) => {
      const ended = new Date(at(policyWith({ value: minutes / 60, clock: 'working' }), start, pauses));
      const [day, time] = wall.format(ended).split(' ') as [string, string];
      expect(calendar.holidays.map((holiday) => holiday.day)).not.toContain(londonDay(ended));
      expect(new Date(day).getUTCDay() % 6).not.toBe(0);
      expect(time >= '09:00' && time <= '17:00').toBe(true);
    }), { numRuns: 500 });
  });

  it('is never earlier for a pause, nor for one more', () => {
    fc.assert(fc.property(anyPolicy, startAndPauses, (policy, [start, pauses]) => {
      const times = pauses.map((_, i) => at(policy, start, pauses.slice(0, i + 1)));
      expect([at(policy, start), ...times]).toEqual([at(policy, start), ...times].toSorted((a, b) => a - b));
    }), { numRuns: 300 });
  });

  it('in calendar hours is that many hours later, whatever the season', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 500 }), anyStart, (value, start) => {
      expect(at(policyWith({ value, clock: 'calendar' }), start) - start).toBe(value * 3_600_000);
    }));
  });
});
