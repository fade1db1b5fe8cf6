import type { Roster, RosterMember } from '@lateral/contracts';
import type { PublicKey } from '../openpgp.js';

export interface TrustedMember extends Omit<RosterMember, 'key'> { agency: string; key: PublicKey }

export interface TrustedRoster {
  document: Roster;
  digest: string;
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

/** Everyone who belonged to the agency at that time, with one role if named. */
export function membersAt(roster: Pick<TrustedRoster, 'members'>, time: Date, role?: RosterMember['roles'][number]): TrustedMember[] {
  return [...roster.members.values()].filter((member) => belongsAt(member, time) && (role === undefined || member.roles.includes(role)));
}

function belongsAt({ from, until }: Pick<RosterMember, 'from' | 'until'>, time: Date): boolean {
  const ms = time.getTime();
  return Date.parse(from) <= ms && (until === null || ms < Date.parse(until));
}
