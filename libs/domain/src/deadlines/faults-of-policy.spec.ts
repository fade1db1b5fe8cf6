import { describe, expect, it } from 'vitest';
import { faultsOfPolicy } from './faults-of-policy.js';
import type { DeadlinePolicy } from './policy.js';

const good: DeadlinePolicy = {
  code: 'POL-TEST-1', name: { en: 'Test', cy: 'Prawf' }, clockStart: 'posted_at',
  hours: { red: { value: 2, clock: 'calendar' }, amber: { value: 6, clock: 'working' }, green: { value: 24, clock: 'working' } },
  workingWeek: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }, agencyWeeks: {}, agencyHours: {}, calendar: 'england-and-wales', source: ['test'], status: 'check',
};
const AGENCY = '01890000-0000-7000-8000-000000000001';

/** What is found in a good policy once the value at a pointer is another, as `field: fault`; undefined takes it away. */
function found(pointer: string, value: unknown, calendars?: string[]): string[] {
  const policy = structuredClone(good);
  const path = pointer.slice(1).split('/');
  const last = path.pop()!;
  const holder = path.reduce<Record<string, unknown>>((each, key) => each[key] as Record<string, unknown>, policy as unknown as Record<string, unknown>);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return faultsOfPolicy(policy, calendars).map(({ field, fault }) => `${field}: ${fault}`);
}

describe('faults of a policy', () => {
  it('are none in a good one, with weeks and hours of agencies and a desk that never closes', () => {
    expect(faultsOfPolicy(good, ['england-and-wales'])).toEqual([]);
    expect(found('/agencyWeeks', { SCHOOL: { days: [1], from: '08:30', to: '16:00' }, [AGENCY]: { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' } })).toEqual([]);
    expect(found('/agencyHours', { POLICE: { red: { value: 0.5, clock: 'calendar' } } })).toEqual([]);
  });

  it.each<[string, string, unknown]>([
    ['/code: code-malformed', '/code', 'pol test'],
    ['/name/cy: text-empty', '/name/cy', ' '],
    ['/clockStart: clock-start-unknown', '/clockStart', 'opened_at'],
    ['/hours/red/value: hours-not-positive', '/hours/red/value', -1],
    ['/hours/red/value: hours-not-positive', '/hours/red/value', 0],
    ['/hours/red/value: hours-not-positive', '/hours/red/value', Number.NaN],
    ['/hours/green/value: hours-too-many', '/hours/green/value', 8761],
    ['/hours/amber/clock: clock-unknown', '/hours/amber/clock', 'lunar'],
    ['/hours/blue: rating-unknown', '/hours/blue', { value: 1, clock: 'calendar' }],
    ['/hours/green: rating-missing', '/hours/green', undefined],
    ['/workingWeek/days: week-without-days', '/workingWeek/days', []],
    ['/workingWeek/days/1: weekday-unknown', '/workingWeek/days', [1, 0]],
    ['/workingWeek/days/0: weekday-unknown', '/workingWeek/days', [8]],
    ['/workingWeek/days/2: weekday-twice', '/workingWeek/days', [1, 2, 1]],
    ['/workingWeek/from: time-malformed', '/workingWeek/from', '24:00'],
    ['/workingWeek/to: time-malformed', '/workingWeek/to', '5pm'],
    ['/workingWeek/to: closes-before-it-opens', '/workingWeek/to', '09:00'],
    ['/agencyWeeks/SCHULE: agency-unknown', '/agencyWeeks', { SCHULE: good.workingWeek }],
    ['/agencyWeeks/GP/to: closes-before-it-opens', '/agencyWeeks', { GP: { days: [1], from: '22:00', to: '06:00' } }],
    ['/agencyHours/nobody: agency-unknown', '/agencyHours', { nobody: { red: { value: 1, clock: 'calendar' } } }],
    ['/agencyHours/GP/red/value: hours-not-positive', '/agencyHours', { GP: { red: { value: -2, clock: 'calendar' } } }],
    ['/calendar: calendar-unknown', '/calendar', ''],
  ])('%s', (expected, pointer, value) => {
    expect(found(pointer, value)).toEqual([expected]);
  });

  it('name a calendar that is not there', () => {
    expect(found('/code', good.code, ['scotland'])).toEqual(['/calendar: calendar-unknown']);
  });
});
