import { describe, expect, it } from 'vitest';
import type { Calendar } from './calendar.js';
import { faultsOfCalendar } from './faults-of-calendar.js';

const name = { en: 'Test', cy: 'Prawf' };
const calendarOf = (...days: string[]): Calendar => ({ code: 'test', name, from: 2026, to: 2027, source: ['test'], holidays: days.map((day) => ({ day, name, status: 'sourced' })) });
const found = (calendar: Calendar): string[] => faultsOfCalendar(calendar).map(({ field, fault }) => `${field}: ${fault}`);
const good = calendarOf('2026-01-01', '2026-12-25', '2027-01-01');

describe('faults of a calendar', () => {
  it('are none in a good one', () => {
    expect(found(good)).toEqual([]);
  });

  it.each<[string, Calendar]>([
    ['/code: code-malformed', { ...good, code: 'England and Wales' }],
    ['/name/en: text-empty', { ...good, name: { en: '', cy: 'Prawf' } }],
    ['/holidays/1/name/cy: text-empty', { ...good, holidays: good.holidays.map((holiday, i) => i === 1 ? { ...holiday, name: { en: 'Test', cy: '' } } : holiday) }],
    ['/holidays/1/day: day-malformed', calendarOf('2026-01-01', '2026-02-30', '2027-01-01')],
    ['/holidays/0/day: day-outside-years', calendarOf('2025-12-25', '2026-01-01', '2027-01-01')],
    ['/holidays/1/day: days-out-of-order', calendarOf('2026-12-25', '2026-01-01', '2027-01-01')],
    ['/holidays/1/day: day-twice', calendarOf('2026-12-25', '2026-12-25', '2027-01-01')],
    ['/holidays: year-without-holidays', calendarOf('2026-12-25')],
  ])('%s', (expected, calendar) => {
    expect(found(calendar)).toEqual([expected]);
  });

  it('are found in years that run backwards', () => {
    expect(found({ ...good, from: 2028 })).toContain('/to: years-reversed');
  });
});
