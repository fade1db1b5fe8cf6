import type { TrustedMember } from './roster-members.js';
import { isSignedBy } from './signed-document.js';
import type { VerifiedRoster } from './verified-roster.js';
import type { RosterAgency } from './verify-roster.js';

/** How long a new key is told to whoever corresponds with its owner; to whoever reads what the key before signed it is told always. */
const KEY_NEWS_MS = 30 * 86_400_000;

/**
 * That a key was replaced: of the person who signed a message, or of their agency. `since`: when the roster was issued in which the new one
 * stands first. `by`: two custodians of that agency signed that roster, or the partnership's root vouched for it. No name, no pseudonym.
 */
export interface KeyNews { whose: 'person' | 'agency'; agency: string; since: string; by: 'custodians' | 'root' }

/**
 * What the sender of a message changed of their keys, by the rosters as they were verified: every version, oldest first. `team`: the agency's
 * primary key by the message itself. Whoever left has no key that could be a new one.
 */
export async function keyNews(
  { signer, team }: { signer: Pick<TrustedMember, 'member' | 'fingerprint'>; team: string },
  { agency, versions }: { agency: RosterAgency; versions: readonly VerifiedRoster[] },
  now: Date,
): Promise<KeyNews[]> {
  const isTold = (since: string, isOfBefore: boolean): boolean => isOfBefore || now.getTime() - Date.parse(since) <= KEY_NEWS_MS;
  const person = newKeyOf(signer.member, versions, now);
  const since = await agencyKeySince(agency, versions);
  return [
    ...(person !== null && isTold(person.since, person.fingerprint !== signer.fingerprint) ? [{ whose: 'person' as const, agency: agency.id, since: person.since, by: person.digest === agency.rosterFrom?.digest ? 'root' as const : 'custodians' as const }] : []),
    ...(since !== null && isTold(since, team !== agency.primary) ? [{ whose: 'agency' as const, agency: agency.id, since, by: 'root' as const }] : []),
  ];
}

/** The key that a member has in place of another, and the roster that had it first; null for whoever has the key that they came with. */
function newKeyOf(member: string, versions: readonly VerifiedRoster[], now: Date): { fingerprint: string; since: string; digest: string } | null {
  const theirs = [...versions.at(-1)?.roster.members.values() ?? []].filter((entry) => entry.member === member);
  const firstWith = (fingerprint: string): number => versions.findIndex(({ roster }) => roster.members.has(fingerprint));
  const present = theirs.filter(({ until }) => until === null || now.getTime() < Date.parse(until)).toSorted((one, other) => firstWith(one.fingerprint) - firstWith(other.fingerprint)).at(-1);
  const first = present === undefined ? undefined : versions[firstWith(present.fingerprint)];
  if (present === undefined || first === undefined || theirs.every(({ fingerprint }) => fingerprint === present.fingerprint)) return null;
  // When it came the roster says: what an entry gives as its own beginning its custodians could have dated back.
  return { fingerprint: present.fingerprint, since: first.roster.document.issued, digest: first.digest };
}

/** Since when the agency has another primary key than the one that signed its rosters before; null where the root vouches for a roster and no key was replaced. */
async function agencyKeySince({ key, rosterFrom }: RosterAgency, versions: readonly VerifiedRoster[]): Promise<string | null> {
  const marked = versions.findIndex(({ version }) => version === rosterFrom?.version);
  const before = versions[marked - 1];
  if (before === undefined || (await isSignedBy('roster', before.signed, { key, digest: before.digest }))) return null;
  return versions[marked]!.roster.document.issued;
}
