import type { AgencyStatement } from '@lateral/contracts';
import { CLOCKS_APART_MS } from './open-rosters.js';
import type { Partnership } from './open-partnership.js';

/** What the root signs offline is carried to the hub, and counts there from then on. It may be a week on its way, as a roster may that waits for its second signature. */
const ON_ITS_WAY_MS = 7 * 86_400_000;

/**
 * Statements about an agency that may have been in force at a time, newest first: each from when the root signed it until the next one must have
 * come. What was sealed to a key that was replaced is evidence of the days before, and of no other. The first of a pack counts for what was
 * before it, too. Empty only where the root says nothing of the agency.
 */
export function statementsAt({ statements }: Pick<Partnership, 'statements'>, agency: string, time: string): AgencyStatement[] {
  const at = Date.parse(time);
  const said = statements.get(agency) ?? [];
  return said.filter(({ issued }, i) => {
    const next = said[i + 1];
    return (i === 0 || Date.parse(issued) <= at + CLOCKS_APART_MS) && (next === undefined || at < Date.parse(next.issued) + ON_ITS_WAY_MS);
  }).reverse();
}
