import type { TrustedMember, TrustedRoster } from './roster-members.js';
import { ISSUE_TOLERANCE_MS } from './signed-document.js';

/**
 * A roster as it stands after the one before it, null where there is none. `second`: when its second custodian signed, by the verified signature;
 * null where nobody can say, and where the root vouches for it: whom the root ends has ended when it says.
 */
export function inForceSince(roster: TrustedRoster, before: TrustedRoster | null, second: Date | null): TrustedRoster {
  const members = [...roster.members].map(([fingerprint, entry]) => [fingerprint, { ...entry, countsUntil: countsUntil(before?.members.get(fingerprint), entry, second) }] as const);
  return { ...roster, since: second ?? roster.since, members: new Map(members) };
}

// A hub publishes with the second signature, by clocks that may be this far apart: what it took until then counts. Never longer than by the roster before.
function countsUntil(was: TrustedMember | undefined, { until }: TrustedMember, second: Date | null): Date | null {
  if (was === undefined || until === null) return null;
  if (was.until === until) return was.countsUntil;
  if (second === null) return null;
  const ended = was.until === null ? Infinity : Math.max(Date.parse(was.until), was.countsUntil?.getTime() ?? -Infinity);
  return new Date(Math.min(second.getTime() + ISSUE_TOLERANCE_MS, ended));
}
