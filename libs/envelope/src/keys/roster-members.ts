import type { Roster, RosterMember } from '@lateral/contracts';
import type { PublicKey } from '../openpgp.js';

export interface TrustedMember extends Omit<RosterMember, 'key'> {
  agency: string;
  key: PublicKey;
  /** Until when what they signed counts, where that is later than `until`: the roster that ended them had to wait for its second custodian. */
  countsUntil: Date | null;
}

export interface TrustedRoster {
  document: Roster;
  digest: string;
  /** Since when it is in force: when the second custodian signed it, as their signatures say; when it was issued, where the root vouches for it. */
  since: Date;
  /** By fingerprint, former members included: their old signatures still have to be checked. */
  members: ReadonlyMap<string, TrustedMember>;
  /** The agency's key with its newest epochs, where the agency has added any to those of the partnership file. */
  teamKey: PublicKey | null;
}

/** The member whose key has that whole fingerprint and who belonged to the agency at that time (`from` inclusive, `until` exclusive), or null. */
export function memberAt(roster: Pick<TrustedRoster, 'members'>, fingerprint: string, time: Date): TrustedMember | null {
  const member = roster.members.get(fingerprint);
  return member !== undefined && belongsAt(member, time) ? member : null;
}

/**
 * The member whose key has that whole fingerprint and who spoke for the agency at that time, or null. A leaver does so until the roster that ends them
 * is in force: until then the hub takes what they sign. For what a leaver may decide or hand on, `memberAt` counts.
 */
export function signerAt(roster: Pick<TrustedRoster, 'members'>, fingerprint: string, time: Date): TrustedMember | null {
  const member = roster.members.get(fingerprint);
  if (member === undefined || time.getTime() < Date.parse(member.from)) return null;
  return belongsAt(member, time) || (member.countsUntil !== null && time.getTime() < member.countsUntil.getTime()) ? member : null;
}

/** Everyone who belonged to the agency at that time, with one role if named. */
export function membersAt(roster: Pick<TrustedRoster, 'members'>, time: Date, role?: RosterMember['roles'][number]): TrustedMember[] {
  return [...roster.members.values()].filter((member) => belongsAt(member, time) && (role === undefined || member.roles.includes(role)));
}

function belongsAt({ from, until }: Pick<RosterMember, 'from' | 'until'>, time: Date): boolean {
  const ms = time.getTime();
  return Date.parse(from) <= ms && (until === null || ms < Date.parse(until));
}
