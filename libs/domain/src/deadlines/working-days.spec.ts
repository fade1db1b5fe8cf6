import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Calendar } from './calendar.js';
import { CalendarDoesNotCoverError, WrongCalendarError } from './calendar.js';
import { londonDay, londonTime, weekdayOf } from './london.js';
import type { DeadlinePolicy } from './policy.js';
import { decisionDueAt, endOfNextWorkingDay } from './working-days.js';

const name = { en: 'Test', cy: 'Prawf' };
const days = ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28', '2027-01-01'];
const calendar: Calendar = { code: 'test', name, from: 2026, to: 2027, source: ['test'], holidays: days.map((day) => ({ day, name, status: 'sourced' })) };
const policy: DeadlinePolicy = {
  code: 'TEST', name, clockStart: 'posted_at', calendar: 'test', agencyWeeks: {}, agencyHours: {}, source: ['test'], status: 'sourced', workingWeek: { days: [1, 2, 3, 4, 5], from: '08:00', to: '16:30' },
  hours: { red: { value: 4, clock: 'calendar' }, amber: { value: 24, clock: 'calendar' }, green: { value: 72, clock: 'calendar' } },
};
const decision = (receivedAt: string, subjectKind: 'child' | 'adult' | 'household', nation: 'E' | 'W'): string | null => {
  const due = decisionDueAt(calendar, { subjectKind, nation, receivedAt: new Date(receivedAt) });
  return due === null ? null : londonTime(due);
};

describe('the end of the next working day', () => {
  const after = (at: string): string => londonTime(endOfNextWorkingDay(policy, calendar, new Date(at)));

  it('is the partnership’s closing, over weekends, holidays and changes of the clocks', () => {
    expect(after('2026-11-03T00:00Z')).toBe('2026-11-04T16:30+00:00');
    expect(after('2026-04-02T20:00+01:00')).toBe('2026-04-07T16:30+01:00');
    expect(after('2026-10-25T00:55+01:00')).toBe('2026-10-26T16:30+00:00');
    expect(after('2026-12-24T12:00Z')).toBe('2026-12-29T16:30+00:00');
  });

  it('begins with the day in London, not in UTC', () => {
    expect(after('2026-07-14T22:59Z')).toBe('2026-07-15T16:30+01:00');
    expect(after('2026-07-14T23:00Z')).toBe('2026-07-16T16:30+01:00');
  });

  it('is refused with another calendar than the policy’s and beyond its years', () => {
    expect(() => endOfNextWorkingDay({ ...policy, calendar: 'other' }, calendar, new Date('2026-11-03'))).toThrow(WrongCalendarError);
    expect(() => endOfNextWorkingDay(policy, calendar, new Date('2027-12-31'))).toThrow(CalendarDoesNotCoverError);
  });

  it('is always a later working day', () => {
    fc.assert(fc.property(fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-12-20') }), (ms) => {
      const day = londonDay(endOfNextWorkingDay(policy, calendar, new Date(ms)));
      expect(day > londonDay(new Date(ms))).toBe(true);
      expect(days).not.toContain(day);
      expect(weekdayOf(day)).toBeLessThan(6);
    }));
  });
});

describe('the time by which a check is decided', () => {
  it('is 17:00 on the next working day for a child and a household', () => {
    expect(decision('2026-10-24T09:00+01:00', 'child', 'E')).toBe('2026-10-26T17:00+00:00');
    expect(decision('2026-12-24T09:00Z', 'household', 'W')).toBe('2026-12-29T17:00+00:00');
  });

  it('is the seventh working day for an adult in Wales, and none for an adult in England', () => {
    expect(decision('2026-10-14T09:50+01:00', 'adult', 'W')).toBe('2026-10-23T17:00+01:00');
    expect(decision('2026-12-23T09:00Z', 'adult', 'W')).toBe('2027-01-06T17:00+00:00');
    expect(decision('2026-10-14T09:50+01:00', 'adult', 'E')).toBeNull();
  });
});
