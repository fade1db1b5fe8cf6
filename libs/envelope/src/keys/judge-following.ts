import { toBase64Url, type Roster, type RosterMember } from '@lateral/contracts';
import { isDatedBefore } from './custodians.js';
import { faultOfDeletion } from './judge-deletion.js';
import { publicKeyFrom } from './public-key.js';
import type { TrustedRoster } from './roster-members.js';
import type { TrustedAgency } from './verify-directory.js';

/** `unchained`: dated before the one that it follows. `history-changed`: it makes somebody or an epoch out to have been otherwise. */
type FollowingRefusal = 'unchained' | 'history-changed' | 'epoch-undeletable';

/**
 * What is wrong with a roster as the one after `before`, whoever signed it; null where nothing is. Asked of a proposal as of a roster in a chain:
 * what is published and then refused would leave an agency without any roster.
 */
export async function faultOfFollowing(roster: Pick<TrustedRoster, 'document' | 'teamKey'>, agency: Pick<TrustedAgency, 'key'>, before: TrustedRoster | null): Promise<FollowingRefusal | null> {
  if (before !== null && isDatedBefore(roster.document, before.document)) return 'unchained';
  if (before !== null && !(keepsHistory(before.document, roster.document) && await keepsKeys(before.document, roster.document))) return 'history-changed';
  return faultOfDeletion(roster, agency, before);
}

/**
 * Whether everybody who stood in the roster before stands in the next, from the same day on, and nobody is ended at a time that was past when it was
 * issued: signatures of former members are judged by the newest roster, and nobody may come to have belonged at another time than they did.
 */
export function keepsHistory(before: Pick<Roster, 'members'>, { members, issued }: Pick<Roster, 'members' | 'issued'>): boolean {
  const entries = new Map(members.map((entry) => [entry.fingerprint, entry]));
  return before.members.every((was) => {
    const now = entries.get(was.fingerprint);
    return now !== undefined && now.member === was.member && now.from === was.from && keepsEnd(was, now, Date.parse(issued));
  });
}

// Only its owner can add to a key. Without their own certification it has signed nothing, and without its revocation it was never stolen: whoever leaves out
// either changes what is proven of the years before.
async function keepsKeys(before: Pick<Roster, 'members'>, { members }: Pick<Roster, 'members'>): Promise<boolean> {
  const texts = new Map(members.map(({ fingerprint, key }) => [fingerprint, key]));
  for (const { fingerprint, key } of before.members) {
    const now = texts.get(fingerprint);
    if (now !== key && !isPartOf(await packetsOf(key), await packetsOf(now ?? ''))) return false;
  }
  return true;
}

async function packetsOf(text: string): Promise<string[]> {
  const key = await publicKeyFrom(text);
  return key === null ? [] : key.toPacketList().map((packet) => toBase64Url(packet.write()));
}

const isPartOf = (some: readonly string[], all: readonly string[]): boolean => some.every((each) => all.includes(each));

// A last day to come may be brought forward, or a stolen key would count until then. It is never put off: that would be a new beginning without a compared key.
function keepsEnd({ until: was }: Pick<RosterMember, 'until'>, { until: now }: Pick<RosterMember, 'until'>, issued: number): boolean {
  if (was === now) return true;
  if (now === null || (was !== null && (Date.parse(was) <= issued || Date.parse(now) > Date.parse(was)))) return false;
  // Clients write the end in whole seconds, as keys and signatures say their times, and some the issue with what is left of it.
  return Date.parse(now) >= Math.floor(issued / 1000) * 1000;
}
