const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** 01:00 UTC on the last Sunday of a month of 31 days; `month` counts from nought. */
function lastSunday(year: number, month: number): number {
  const end = Date.UTC(year, month, 31, 1);
  return end - new Date(end).getUTCDay() * DAY_MS;
}

/**
 * Whether summer time is in force at an instant (milliseconds since the epoch): Summer Time Act 1972 s1, as amended in 2002, from
 * 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October. True of 1996 and later.
 */
export function isSummer(ms: number): boolean {
  const year = new Date(ms).getUTCFullYear();
  return ms >= lastSunday(year, 2) && ms < lastSunday(year, 9);
}

const wallMs = (at: Date): number => at.getTime() + (isSummer(at.getTime()) ? HOUR_MS : 0);

/** The calendar day in London at an instant, as `YYYY-MM-DD`. Throws a RangeError on an invalid date. */
export function londonDay(at: Date): string {
  return isoDay(wallMs(at));
}

/** The time in London at an instant with its offset, as `YYYY-MM-DDTHH:MM+01:00`. Seconds are cut off. */
export function londonTime(at: Date): string {
  return `${new Date(wallMs(at)).toISOString().slice(0, 16)}+0${isSummer(at.getTime()) ? 1 : 0}:00`;
}

/** The clock on the wall in London at an instant, as `HH:MM`. */
export function londonClock(at: Date): string {
  return londonTime(at).slice(11, 16);
}

/**
 * The instant (milliseconds since the epoch) of a London day and wall time `HH:MM`, `24:00` being the end of the day. A time that
 * the wall shows twice is the first of the two; one that it never shows is the moment of the change.
 */
export function instantOfLondon(day: string, time: string): number {
  const wall = Date.parse(`${day}T00:00:00.000Z`) + minutesOf(time) * MINUTE_MS;
  if (isSummer(wall - HOUR_MS)) return wall - HOUR_MS;
  return isSummer(wall) ? lastSunday(new Date(wall).getUTCFullYear(), 2) : wall;
}

/** Whether the wall shows this instant's time a second time: the hour after summer time ended. */
export function isSecondShowing(at: Date): boolean {
  return !isSummer(at.getTime()) && isSummer(at.getTime() - HOUR_MS);
}

/** Minutes since midnight of `HH:MM`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The London day after this one. */
export function dayAfter(day: string): string {
  return isoDay(Date.parse(day) + DAY_MS);
}

/** ISO weekday: 1 is Monday, 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(Date.parse(day)).getUTCDay() || 7;
}
