import { describe, expect, it } from 'vitest';
import { dueAt, type Asked, type Calendar, type DeadlinePolicy } from '@lateral/domain/deadlines';
import type { RoundPlan } from '../case/plan.js';
import { refuseOtherHolidays } from './same-holidays.js';

const name = { en: 'England and Wales', cy: 'Cymru a Lloegr' };
const ENGLISH = ['2026-04-03', '2026-04-06', '2026-12-25', '2026-12-28'];
const calendar = (days: readonly string[], from = 2026, to = 2026): Calendar => ({ code: 'e', name, from, to, source: ['-'], holidays: days.map((day) => ({ day, name, status: 'sourced' })) });
const working = { value: 6, clock: 'working' } as const;
const week = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' };
const policy: DeadlinePolicy = { code: 'P', name, clockStart: 'posted_at', hours: { red: { value: 2, clock: 'calendar' }, amber: working, green: working }, workingWeek: week, agencyWeeks: {}, agencyHours: {}, calendar: 'e', source: ['-'], status: 'check' };
const law = { dueBy: (days: readonly string[] | null, asked: Asked): Date => dueAt(policy, days === null ? calendar(ENGLISH) : calendar(days, 0, 9999), asked).dueAt };

const plan = (postedAt: string, urgency: 'red' | 'amber', bankHolidays: string[]): RoundPlan => ({
  file: 'c99.json', bankHolidays, agencies: [{ id: 'a', type: 'SCHOOL' }],
  checks: [{ receivedAt: new Date(postedAt), requests: [{ id: 'r1', agency: 'a', postedAt: new Date(postedAt), record: { urgency } }] }],
}) as unknown as RoundPlan;

describe('bank holidays of a case', () => {
  it.each<[string, RoundPlan]>([
    ['the same', plan('2026-04-02T15:00:00Z', 'amber', ENGLISH)],
    ['of another nation, where none of them comes between', plan('2026-06-02T15:00:00Z', 'amber', ['2026-01-02', '2026-11-30'])],
    ['of another nation, where hours run through them', plan('2026-04-02T15:00:00Z', 'red', [])],
    ['of years that nothing is counted in', plan('2026-06-02T15:00:00Z', 'amber', [...ENGLISH, '2041-12-25'])],
  ])('may be %s', (_, given) => expect(() => { refuseOtherHolidays(given, law); }).not.toThrow());

  it('may not be others by which an answer is due at another time', () => {
    expect(() => { refuseOtherHolidays(plan('2026-04-02T15:00:00Z', 'amber', ['2026-04-03']), law); }).toThrow('The case file c99.json cannot be played: policy/bank_holidays are others than those of England and Wales, by which the answer to r1 is due at another time.');
  });

  it('may not be of years that the hub does not know', () => {
    expect(() => { refuseOtherHolidays(plan('2041-04-02T15:00:00Z', 'amber', ENGLISH), law); }).toThrow('The case file c99.json cannot be played: policy/bank_holidays are needed of 2041 for the answer to r1, and the calendar e does not reach so far.');
    const broken = { dueBy: (): Date => { throw new TypeError('something else'); } };
    expect(() => { refuseOtherHolidays(plan('2026-04-02T15:00:00Z', 'amber', ENGLISH), broken); }).toThrow(TypeError);
  });
});
