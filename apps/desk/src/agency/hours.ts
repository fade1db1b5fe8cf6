import type { OfficeHours } from '@lateral/contracts';

/** ISO weekdays, and what somebody typed for each, Monday first. */
export const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Day = (typeof DAYS)[number];
export type Week = readonly string[];
export const EMPTY_WEEK: Week = DAYS.map(() => '');

const TIME = String.raw`(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|yb|yh)?`;
const STRETCH = new RegExp(String.raw`^${TIME}\s*(?:-|–|to|until|i|tan)\s*${TIME}$`, 'iu');
/** Hours of one day in the hub's list; more are another mistake. */
const MOST_A_DAY = 3;

/** How the hours of a week stand in its fields: "00:00 - 08:00, 17:00 - 24:00". */
export function weekOf(hours: readonly OfficeHours[]): Week {
  return DAYS.map((day) => ofDay(hours, day).map(({ from, to }) => `${from} - ${to}`).join(', '));
}

export function ofDay(hours: readonly OfficeHours[], day: number): OfficeHours[] {
  return hours.filter((each) => each.day === day).toSorted((one, other) => one.from.localeCompare(other.from));
}

/** What was typed, as hours; `wrong` names the days that cannot be read. Nothing typed is nothing open. */
export function hoursFrom(week: Week): { hours: OfficeHours[]; wrong: Day[] } {
  const read = DAYS.map((day) => ({ day, spans: spansIn(week[day - 1] ?? '') }));
  return { hours: read.flatMap(({ day, spans }) => (spans ?? []).map((span) => ({ day, ...span }))), wrong: read.filter(({ spans }) => spans === null).map(({ day }) => day) };
}

interface Span { from: string; to: string }

function spansIn(text: string): Span[] | null {
  const parts = text.split(/[,;]/u).map((part) => part.trim()).filter((part) => part !== '');
  const spans: Span[] = [];
  for (const part of parts) {
    const span = spanIn(part);
    if (span === null) return null;
    spans.push(span);
  }
  spans.sort((one, other) => one.from.localeCompare(other.from));
  const isApart = spans.every(({ from }, at) => at === 0 || spans[at - 1]!.to <= from);
  return isApart && spans.length <= MOST_A_DAY ? spans : null;
}

function spanIn(part: string): Span | null {
  const [, fromHour, fromMinute, fromHalf, toHour, toMinute, toHalf] = STRETCH.exec(part) ?? [];
  const [from, to] = [clockOf(fromHour, fromMinute, fromHalf), clockOf(toHour, toMinute, toHalf)];
  // Times of one form compare as text. No day begins at its end.
  return from !== null && to !== null && from < to && from < '24:00' ? { from, to } : null;
}

function clockOf(hour = '', minute = '00', half = ''): string | null {
  const [typed, minutes] = [Number(hour), Number(minute)];
  if (hour === '' || minutes > 59 || (half !== '' && (typed < 1 || typed > 12))) return null;
  const isAfternoon = /^(?:pm|yh)$/iu.test(half);
  const hours = half === '' ? typed : (typed % 12) + (isAfternoon ? 12 : 0);
  if (hours > 24 || (hours === 24 && minutes > 0)) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
