import type { Delegate, Roster } from '@lateral/contracts';
import { COSIGN_MS } from './custodians.js';
import { ISSUE_TOLERANCE_MS } from './signed-document.js';
import { londonDay, londonTime } from '@lateral/domain/deadlines';

/**
 * Agencies that read for this one at that time, each once, in the order of the roster. Hours are those of the clock on the wall in London, so a
 * night in which the clocks change keeps its hours by name. A sender's own client makes each of them a reader, names it in the context and shows it; the hub
 * can add none.
 */
export function delegatesAt({ delegates }: Pick<Roster, 'delegates'>, at: Date): string[] {
  const [day, clock] = [weekday(londonDay(at)), londonTime(at).slice(11, 16)];
  const reads = ({ hours }: Delegate): boolean => hours.some((span) => span.day === day && span.from <= clock && clock < span.to);
  const stands = ({ from, until }: Delegate): boolean => Date.parse(from) <= at.getTime() && (until === null || at.getTime() < Date.parse(until));
  return [...new Set(delegates.filter((delegate) => stands(delegate) && reads(delegate)).map(({ agency }) => agency))];
}

/**
 * Agencies that read for this one at that time by any of its rosters that may have been in force then, given oldest first. A roster is in force
 * some time after it was issued, when the second custodian has signed: until then senders have the one before.
 */
export function delegatesOf(rosters: readonly Pick<Roster, 'issued' | 'delegates'>[], at: Date): string[] {
  const inForce = rosters.filter(({ issued }, i) => {
    const next = rosters[i + 1];
    return Date.parse(issued) <= at.getTime() + ISSUE_TOLERANCE_MS && (next === undefined || at.getTime() < Date.parse(next.issued) + COSIGN_MS);
  });
  return [...new Set(inForce.flatMap((roster) => delegatesAt(roster, at)))];
}

/** ISO weekday of a calendar day, Monday 1 to Sunday 7. */
function weekday(day: string): number {
  return new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7;
}
