import type { Roster, SignedDocument } from '@lateral/contracts';
import { fingerprintOf, type PublicKey } from '../openpgp.js';
import { custodiansWhoSigned, namesTwoCustodians, secondSignature } from './custodians.js';
import { isRoster } from './document-shape.js';
import { inForceSince } from './in-force.js';
import { faultOfFollowing } from './judge-following.js';
import { publicKeyFrom } from './public-key.js';
import type { TrustedMember, TrustedRoster } from './roster-members.js';
import { digestIfWellFormed, isSignedBy, type SeenVersion } from './signed-document.js';
import type { TrustedAgency } from './verify-directory.js';

export type RosterRefusal = 'malformed' | 'other-agency' | 'bad-signature' | 'rolled-back' | 'unchained' | 'not-two-custodians' | 'too-few-custodians' | 'wrong-team-key' | 'history-changed' | 'epoch-undeletable';
export type RosterAgency = Pick<TrustedAgency, 'id' | 'primary' | 'key' | 'rosterFrom'>;
type Refused = { ok: false; code: RosterRefusal };
type Read = { ok: true; roster: TrustedRoster } | Refused;
interface Link { signed: SignedDocument<Roster>; digest: string }
type KeyCache = Map<string, PublicKey>;

/**
 * Decides whether one roster may be obeyed as that agency's. It is signed with the primary key that the partnership file names and by
 * two custodians of the roster before (`before`; version 1: by two whom it names itself). A roster that the root vouches for by digest
 * needs no roster before it, nor does the very one that the reader has seen already.
 */
export async function verifyRoster(
  signed: SignedDocument<Roster>,
  agency: RosterAgency,
  { before, highestSeen }: { before?: TrustedRoster | undefined; highestSeen?: SeenVersion | undefined } = {},
): Promise<Read> {
  const link = linkFrom(signed, agency);
  if (!link.ok) return link;
  if ([before, highestSeen].some((known) => known?.digest === link.digest)) return inForce(link, agency, new Map());
  const chained = await verifyRosterChain([signed], agency, { after: before, highestSeen });
  return chained.ok ? { ok: true, roster: chained.newest } : { ok: false, code: chained.code };
}

/**
 * Decides whether an agency's rosters may be obeyed, as one chain of consecutive versions: from version 1, from the roster that the root
 * vouches for, or from the one that follows `after`, which the reader verified before under the same partnership file. What stands before
 * the root's mark is history: the chain of digests vouches for it, whatever key signed it. `rosters` are oldest first.
 */
export async function verifyRosterChain(
  signed: readonly SignedDocument<Roster>[],
  agency: RosterAgency,
  { after, highestSeen }: { after?: TrustedRoster | undefined; highestSeen?: SeenVersion | undefined } = {},
): Promise<{ ok: true; rosters: TrustedRoster[]; newest: TrustedRoster } | (Refused & { version?: number })> {
  const links: Link[] = [];
  for (const each of signed) {
    const link = linkFrom(each, agency);
    if (!link.ok) return link;
    links.push(link);
  }
  links.sort((a, b) => a.signed.document.version - b.signed.document.version);
  const seen = highestSeen ?? (after === undefined ? undefined : { version: after.document.version, digest: after.digest });
  const last = links.at(-1)?.signed.document.version;
  if (last === undefined) return { ok: false, code: 'unchained' };
  if (last < Math.max(agency.rosterFrom?.version ?? 1, seen?.version ?? 1) || links.some(({ signed: { document }, digest }) => document.version === seen?.version && digest !== seen.digest)) return { ok: false, code: 'rolled-back' };
  const start = startOf(links, agency, after);
  if (start === null) return { ok: false, code: 'unchained' };
  const keys: KeyCache = new Map();
  const rosters: TrustedRoster[] = [];
  for (const [index, link] of links.entries()) {
    const before = link.signed.document.version === 1 ? null : rosters.at(-1) ?? after;
    const read = await (index < start ? readHistory : verifyLink)(link, { agency, before, keys });
    if (!read.ok) return { ...read, version: link.signed.document.version };
    rosters.push(read.roster);
  }
  return { ok: true, rosters, newest: rosters.at(-1)! };
}

/** Index of the first roster whose trust does not come from the ones after it; null where the chain hangs in the air or is broken. */
function startOf(links: readonly Link[], { rosterFrom }: RosterAgency, after: TrustedRoster | undefined): number | null {
  for (const [index, { signed: { document } }] of links.entries()) {
    const before = links[index - 1];
    if (before !== undefined && (document.version !== before.signed.document.version + 1 || document.previous !== before.digest)) return null;
  }
  const first = links[0]!.signed.document;
  if (rosterFrom !== null) {
    const marked = links.findIndex(({ signed: { document } }) => document.version === rosterFrom.version);
    // Another roster under the version that the root vouches for is somebody else's history.
    if (marked >= 0) return links[marked]!.digest === rosterFrom.digest ? marked : null;
    if (first.version <= rosterFrom.version) return 0;
  }
  if (after !== undefined && first.version === after.document.version + 1) return first.previous === after.digest ? 0 : null;
  return first.version === 1 ? 0 : null;
}

/** `before`: null for version 1; undefined where the reader has not got it. */
interface Reading { agency: RosterAgency; before: TrustedRoster | null | undefined; keys: KeyCache }

async function verifyLink(link: Link, { agency, before, keys }: Reading): Promise<Read> {
  const read = await inForce(link, agency, keys);
  if (!read.ok) return read;
  if (agency.rosterFrom?.digest === link.digest) return { ok: true, roster: inForceSince(read.roster, before ?? null, null) };
  if (before === undefined) return { ok: false, code: 'unchained' };
  const fault = await faultOfFollowing(read.roster, agency, before);
  if (fault !== null) return { ok: false, code: fault };
  const second = secondSignature(await custodiansWhoSigned(link.signed, link.digest, before ?? read.roster));
  return second === null ? { ok: false, code: 'not-two-custodians' } : { ok: true, roster: inForceSince(read.roster, before, second) };
}

/** A roster of before the root's mark. Signatures are asked only when it came into force: its custodians sign for the very document that is vouched for. */
async function readHistory(link: Link, { agency, before, keys }: Reading): Promise<Read> {
  const read = await readRoster(link, agency, keys);
  if (!read.ok || before === undefined) return read;
  return { ok: true, roster: inForceSince(read.roster, before, secondSignature(await custodiansWhoSigned(link.signed, link.digest, before ?? read.roster))) };
}

/** A roster by everything but its custodians' signatures. */
async function inForce(link: Link, agency: RosterAgency, keys: KeyCache): Promise<Read> {
  if (!(await isSignedBy('roster', link.signed, { key: agency.key, digest: link.digest }))) return { ok: false, code: 'bad-signature' };
  const read = await readRoster(link, agency, keys);
  if (!read.ok) return read;
  const { teamKey } = read.roster;
  // Epochs bound to another primary are somebody else's: what is sealed to them the agency cannot read.
  if (teamKey !== null && fingerprintOf(teamKey) !== agency.primary) return { ok: false, code: 'wrong-team-key' };
  return namesTwoCustodians(read.roster) ? read : { ok: false, code: 'too-few-custodians' };
}

async function readRoster({ signed: { document }, digest }: Link, agency: RosterAgency, keys: KeyCache): Promise<Read> {
  const members = new Map<string, TrustedMember>();
  for (const entry of document.members) {
    const key = await readKey(entry.key, keys);
    // The fingerprint is what everything else refers to: an entry whose key is another one would let two people be confused.
    if (key === null || fingerprintOf(key) !== entry.fingerprint || entry.fingerprint === agency.primary) return { ok: false, code: 'malformed' };
    members.set(entry.fingerprint, { ...entry, agency: agency.id, key, countsUntil: null });
  }
  const teamKey = document.teamKey === null ? null : await readKey(document.teamKey, keys);
  return document.teamKey !== null && teamKey === null ? { ok: false, code: 'malformed' } : { ok: true, roster: { document, digest, since: new Date(document.issued), members, teamKey } };
}

// From one version to the next hardly anyone changes, and parsing keys is most of the work.
async function readKey(text: string, keys: KeyCache): Promise<PublicKey | null> {
  const key = keys.get(text) ?? (await publicKeyFrom(text));
  if (key !== null) keys.set(text, key);
  return key;
}

function linkFrom(signed: SignedDocument<Roster>, agency: RosterAgency): ({ ok: true } & Link) | Refused {
  const digest = digestIfWellFormed('roster', signed.document, isRoster);
  if (digest === null) return { ok: false, code: 'malformed' };
  return signed.document.agency === agency.id ? { ok: true, signed, digest } : { ok: false, code: 'other-agency' };
}
