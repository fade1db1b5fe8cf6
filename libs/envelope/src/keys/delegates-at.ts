import type { Delegate, Roster } from '@lateral/contracts';
import { londonDay, londonTime } from '@lateral/domain/deadlines';

/**
 * Agencies that read for this one at that time, each once, in the order of the roster. Hours are those of the clock on the wall in London, so a
 * night in which the clocks change keeps its hours by name. A sender's own client seals a second message to each of them and shows it; the hub
 * can neither add nor take away one.
 */
export function delegatesAt({ delegates }: Pick<Roster, 'delegates'>, at: Date): string[] {
  const [day, clock] = [weekday(londonDay(at)), londonTime(at).slice(11, 16)];
  const reads = ({ hours }: Delegate): boolean => hours.some((span) => span.day === day && span.from <= clock && clock < span.to);
  const stands = ({ from, until }: Delegate): boolean => Date.parse(from) <= at.getTime() && (until === null || at.getTime() < Date.parse(until));
  return [...new Set(delegates.filter((delegate) => stands(delegate) && reads(delegate)).map(({ agency }) => agency))];
}

/** ISO weekday of a calendar day, Monday 1 to Sunday 7. */
function weekday(day: string): number {
  return new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7;
}
