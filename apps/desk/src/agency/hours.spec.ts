import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { OfficeHours } from '@lateral/contracts';
import { EMPTY_WEEK, hoursFrom, weekOf, type Week } from './hours.js';

const monday = (text: string): Week => [text, ...EMPTY_WEEK.slice(1)];
const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

describe('hours as people type them', () => {
  it.each([
    ['09:00 to 17:00', [['09:00', '17:00']]], ['9am-5pm', [['09:00', '17:00']]], ['8.30 – 17', [['08:30', '17:00']]], ['9yb tan 5:30yh', [['09:00', '17:30']]], ['12am to 12pm', [['00:00', '12:00']]],
    ['17:00-24:00, 00:00-08:00', [['00:00', '08:00'], ['17:00', '24:00']]], ['', []], [' , ', []],
  ])('%j', (text, spans) => {
    expect(hoursFrom(monday(text))).toEqual({ hours: spans.map(([from, to]) => ({ day: 1, from, to })), wrong: [] });
  });

  it.each(['nine to five', '17:00-09:00', '9-5', '09:00-09:00', '25:00-26:00', '09:60-10:00', '13pm-14pm', '24:00-24:00', '22:00-24:30', '09:00-12:00, 11:00-13:00', '1-2, 3-4, 5-6, 7-8', '09:00'])('%j is none', (text) => {
    expect(hoursFrom(monday(text)).wrong).toEqual([1]);
  });

  it('come back from the fields as they were', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 })).filter(([from, to]) => from < to);
    const day = fc.oneof(fc.constant([]), span.map((one) => [one]), fc.tuple(span, span).filter(([one, other]) => one[1] <= other[0]));
    fc.assert(fc.property(fc.array(day, { minLength: 7, maxLength: 7 }), (days) => {
      const hours: OfficeHours[] = days.flatMap((spans, at) => spans.map(([from, to]) => ({ day: at + 1, from: clock(from), to: clock(to) })));
      expect(hoursFrom(weekOf(hours))).toEqual({ hours, wrong: [] });
    }));
  });

  it('are never a guess: whatever is typed, what is read lies within a day and does not overlap', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      const { hours } = hoursFrom(monday(text));
      for (const [at, { from, to }] of hours.entries()) expect(from < to && to <= '24:00' && (at === 0 || hours[at - 1]!.to <= from)).toBe(true);
    }));
  });
});
