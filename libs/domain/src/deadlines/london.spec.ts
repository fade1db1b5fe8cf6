import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { dayAfter, instantOfLondon, isSecondShowing, isSummer, londonClock, londonDay, londonTime, weekdayOf } from './london.js';

const london = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'medium' });
const zone = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeZoneName: 'longOffset' });
const FROM = Date.UTC(1996, 0, 1);
const TO = Date.UTC(2037, 11, 31);
const HOUR = 3_600_000;
const instant = fc.integer({ min: FROM, max: TO });
const changes = Array.from({ length: 42 }, (_, i) => 1996 + i).flatMap((year) => [2, 9].map((month) => {
  const days = Array.from({ length: 7 }, (_each, back) => Date.UTC(year, month, 31 - back, 1));
  return days.find((ms) => new Date(ms).getUTCDay() === 0)!;
}));
/** Any time, and times close to a change of the clocks. */
const anyInstant = fc.oneof(instant, fc.tuple(fc.constantFrom(...changes), fc.integer({ min: -2 * HOUR, max: 2 * HOUR })).map(([at, by]) => at + by));

describe('London time', () => {
  it('is what the platform says, in every year and around every change', () => {
    fc.assert(fc.property(anyInstant, (ms) => {
      const at = new Date(ms);
      const [day, clock] = london.format(at).split(' ');
      expect([londonDay(at), londonClock(at)]).toEqual([day, clock!.slice(0, 5)]);
      expect(isSummer(ms)).toBe(zone.format(at).includes('+01:00'));
      expect(Math.floor(Date.parse(londonTime(at)) / 60_000)).toBe(Math.floor(ms / 60_000));
    }), { numRuns: 2000 });
  });

  it('changes exactly at 01:00 UTC', () => {
    for (const ms of changes) expect(isSummer(ms - 1)).not.toBe(isSummer(ms));
  });

  it('finds the instant of a wall time again', () => {
    fc.assert(fc.property(anyInstant, (ms) => {
      const minute = Math.floor(ms / 60_000) * 60_000;
      const at = new Date(minute);
      const found = instantOfLondon(londonDay(at), londonClock(at));
      expect(found).toBe(isSecondShowing(at) ? minute - HOUR : minute);
    }), { numRuns: 2000 });
  });

  it('takes the first of two equal wall times, and the change for a time that never was', () => {
    expect(new Date(instantOfLondon('2026-10-25', '01:30')).toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(new Date(instantOfLondon('2026-10-25', '02:00')).toISOString()).toBe('2026-10-25T02:00:00.000Z');
    expect(new Date(instantOfLondon('2026-03-29', '00:59')).toISOString()).toBe('2026-03-29T00:59:00.000Z');
    expect(new Date(instantOfLondon('2026-03-29', '01:30')).toISOString()).toBe('2026-03-29T01:00:00.000Z');
    expect(new Date(instantOfLondon('2026-03-29', '02:00')).toISOString()).toBe('2026-03-29T01:00:00.000Z');
  });

  it('ends a day at 24:00, which is the next day at 00:00', () => {
    expect(instantOfLondon('2026-12-31', '24:00')).toBe(instantOfLondon('2027-01-01', '00:00'));
    expect(instantOfLondon('2026-03-28', '24:00')).toBe(instantOfLondon('2026-03-29', '00:00'));
  });

  it('counts days across months, years and leap days, and weekdays from Monday', () => {
    expect([dayAfter('2028-02-28'), dayAfter('2028-02-29'), dayAfter('2026-12-31'), dayAfter('2026-10-25')]).toEqual(['2028-02-29', '2028-03-01', '2027-01-01', '2026-10-26']);
    expect(['2026-11-02', '2026-11-07', '2026-11-08'].map(weekdayOf)).toEqual([1, 6, 7]);
  });

  it('refuses a date that is none', () => {
    expect(() => londonDay(new Date(Number.NaN))).toThrow(RangeError);
  });
});
