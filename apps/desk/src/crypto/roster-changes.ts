import type { Delegate, MemberRole, Roster } from '@lateral/contracts';
import { keepsHistory } from '@lateral/envelope/keys';

/**
 * What a roster changes of the one before, nothing left out: whoever signs is shown all of it. `joins` with `comesBack` have another key than
 * before; `leaves` belong no longer when it is issued, `ends` until a day to come; `otherwise`: an entry that differs in some other way.
 */
export interface RosterChanges {
  version: number;
  joins: { member: string; roles: MemberRole[]; fingerprint: string; comesBack: boolean; from: string; until: string | null }[];
  leaves: string[];
  ends: { member: string; until: string }[];
  roles: { member: string; before: MemberRole[]; after: MemberRole[] }[];
  otherwise: string[];
  newEpoch: boolean;
  /** null where they are as before. */
  delegates: { before: Delegate[]; after: Delegate[] } | null;
}

/** null where it takes back what stood in the roster before, which no reader would obey. */
export function rosterChanges(before: Roster, after: Roster): RosterChanges | null {
  const standing = new Map(before.members.map((entry) => [entry.fingerprint, entry]));
  if (!keepsHistory(before, after)) return null;
  const came = after.members.filter(({ fingerprint }) => !standing.has(fingerprint));
  const stayed = after.members.flatMap((entry) => { const was = standing.get(entry.fingerprint); return was === undefined ? [] : [{ was, entry }]; });
  const ended = stayed.flatMap(({ was, entry: { member, until } }) => (was.until === until || until === null ? [] : [{ member, until }]));
  const back = new Set(came.map(({ member }) => member));
  const isGone = ({ until }: { until: string }): boolean => Date.parse(until) <= Date.parse(after.issued);
  return {
    version: after.version,
    joins: came.map(({ member, roles, fingerprint, from, until }) => ({ member, roles, fingerprint, comesBack: before.members.some((entry) => entry.member === member), from, until })),
    leaves: ended.filter((entry) => isGone(entry) && !back.has(entry.member)).map(({ member }) => member),
    ends: ended.filter((entry) => !isGone(entry)),
    roles: stayed.filter(({ was, entry }) => !isSame(was.roles.toSorted(), entry.roles.toSorted())).map(({ was, entry }) => ({ member: entry.member, before: was.roles, after: entry.roles })),
    otherwise: stayed.filter(({ was, entry }) => was.key !== entry.key || was.signIn !== entry.signIn).map(({ entry: { member } }) => member),
    newEpoch: before.teamKey !== after.teamKey,
    delegates: isSame(before.delegates, after.delegates) ? null : { before: before.delegates, after: after.delegates },
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
