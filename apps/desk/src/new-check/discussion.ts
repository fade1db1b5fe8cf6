import { instantOfLondon, londonTime } from '@lateral/domain/deadlines';

/** What a control for a moment was given (`YYYY-MM-DDTHH:MM`, London's time) as ISO 8601; null where it holds none. */
export function discussionAt(typed: string): string | null {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/u.exec(typed) ?? [];
  return day === undefined || time === undefined ? null : new Date(instantOfLondon(day, time)).toISOString();
}

/** The same for the control. */
export function discussionTyped(at: string | null): string {
  return at === null ? '' : londonTime(new Date(at)).slice(0, 16);
}
