import { digestOf, type AgencyStatement, type PartnershipAgency, type PartnershipFile, type Roster, type RosterMember, type SignedDocument } from '@lateral/contracts';
import { checkCertification } from './check-certification.js';
import { isAgencyStatement, isPartnershipFile, isRoster } from './document-shape.js';
import { OPTIONS, fingerprintOf, type PublicKey } from '../openpgp.js';
import { publicKeyFrom } from './public-key.js';
import { ISSUE_TOLERANCE_MS, isSignedBy, type DocumentKind } from './signed-document.js';

/** The highest version a reader has seen of a document; kept by every client, so that nobody can serve it an older one. */
export interface SeenVersion { version: number; digest: string }

/** An agency that the pinned root vouches for, with its key parsed: `key` holds the primary and the epoch subkeys. */
export interface TrustedAgency extends Omit<PartnershipAgency, 'key'> { key: PublicKey }

export interface TrustedPartnership {
  document: PartnershipFile;
  digest: string;
  root: PublicKey;
  /** By agency id. */
  agencies: ReadonlyMap<string, TrustedAgency>;
}

export interface TrustedMember extends Omit<RosterMember, 'key'> { agency: string; key: PublicKey }

export interface TrustedRoster {
  document: Roster;
  digest: string;
  /** By fingerprint, former members included: their old signatures still have to be checked. */
  members: ReadonlyMap<string, TrustedMember>;
}

export type PartnershipRefusal = 'malformed' | 'unpinned-root' | 'bad-signature' | 'rolled-back' | 'unchained' | 'not-in-force' | 'expired' | 'uncertified-agency' | 'revoked';
export type RosterRefusal = 'malformed' | 'other-agency' | 'bad-signature' | 'rolled-back' | 'unchained';

/**
 * Decides whether a partnership file may be obeyed. `rootFingerprint` (40 upper-case hex digits) comes from the reader's
 * own build or paper, never from the file: the root inside is evidence, the pin is trust. `now` is the time as of which
 * it is asked, so old evidence is judged with the time it was made. `agency` in a refusal names the one at fault.
 */
export async function verifyPartnership(
  signed: SignedDocument<PartnershipFile>,
  { rootFingerprint, now, highestSeen, previous }: { rootFingerprint: string; now: Date; highestSeen?: SeenVersion | undefined; previous?: SeenVersion | undefined },
): Promise<{ ok: true; partnership: TrustedPartnership } | { ok: false; code: PartnershipRefusal; agency?: string }> {
  const { document } = signed;
  const digest = digestIfWellFormed('partnership', document, isPartnershipFile);
  if (digest === null) return { ok: false, code: 'malformed' };
  const word = await rootsWord('partnership', signed, { rootFingerprint, digest, now }, refusalOfOrder(document, digest, { highestSeen, previous }));
  if (!word.ok) return word;
  const agencies = new Map<string, TrustedAgency>();
  for (const entry of document.agencies) {
    const trusted = await trustAgency(entry, word.root, word.at);
    if (!trusted.ok) return { ok: false, code: trusted.code, agency: entry.id };
    agencies.set(entry.id, trusted.agency);
  }
  return { ok: true, partnership: { document, digest, root: word.root, agencies } };
}

/**
 * Decides whether the root's word about one agency may be obeyed, by the same rules as the whole file. It has no chain of
 * its own: its version is the file's.
 */
export async function verifyAgencyStatement(
  signed: SignedDocument<AgencyStatement>,
  { rootFingerprint, now, highestSeen }: { rootFingerprint: string; now: Date; highestSeen?: { version: number } | undefined },
): Promise<{ ok: true; agency: TrustedAgency; digest: string } | { ok: false; code: PartnershipRefusal }> {
  const { document } = signed;
  const digest = digestIfWellFormed('agency', document, isAgencyStatement);
  if (digest === null) return { ok: false, code: 'malformed' };
  const older = highestSeen !== undefined && document.version < highestSeen.version;
  const word = await rootsWord('agency', signed, { rootFingerprint, digest, now }, older ? 'rolled-back' : null);
  if (!word.ok) return word;
  const trusted = await trustAgency(document.agency, word.root, word.at);
  return trusted.ok ? { ok: true, agency: trusted.agency, digest } : trusted;
}

/** The pinned root, and that it said this, and that what it said is in force; `at` is the time to check certifications at. */
async function rootsWord(
  kind: 'partnership' | 'agency',
  signed: SignedDocument<PartnershipFile> | SignedDocument<AgencyStatement>,
  { rootFingerprint, digest, now }: { rootFingerprint: string; digest: string; now: Date },
  order: 'rolled-back' | 'unchained' | null,
): Promise<{ ok: true; root: PublicKey; at: Date } | { ok: false; code: PartnershipRefusal }> {
  const { root: named, rootKey, issued, expires } = signed.document;
  const root = named === rootFingerprint ? await publicKeyFrom(rootKey) : null;
  if (root === null || fingerprintOf(root) !== rootFingerprint) return { ok: false, code: 'unpinned-root' };
  if (!(await isSignedBy<PartnershipFile | AgencyStatement>(kind, signed, { key: root, digest }))) return { ok: false, code: 'bad-signature' };
  if (order !== null) return { ok: false, code: order };
  if (now.getTime() < Date.parse(issued) - ISSUE_TOLERANCE_MS) return { ok: false, code: 'not-in-force' };
  if (now.getTime() >= Date.parse(expires)) return { ok: false, code: 'expired' };
  // A reader whose clock is a little behind the issuer's must not find the certifications not made yet.
  const at = new Date(Math.max(now.getTime(), Date.parse(issued)));
  return (await isRevokedAt(root, at)) ? { ok: false, code: 'revoked' } : { ok: true, root, at };
}

async function trustAgency(entry: PartnershipAgency, root: PublicKey, at: Date): Promise<{ ok: true; agency: TrustedAgency } | { ok: false; code: 'uncertified-agency' | 'revoked' }> {
  const key = await publicKeyFrom(entry.key);
  if (key === null || fingerprintOf(key) !== entry.primary) return { ok: false, code: 'uncertified-agency' };
  if (await isRevokedAt(key, at)) return { ok: false, code: 'revoked' };
  if (!(await checkCertification(key, root, { agency: entry.id, at }))) return { ok: false, code: 'uncertified-agency' };
  return { ok: true, agency: { ...entry, key } };
}

/**
 * Decides whether a roster may be obeyed as that agency's: signed with the primary key that the partnership file names,
 * not older than what the reader has seen and, where `previous` is given, the very next one after it (or the same).
 */
export async function verifyRoster(
  signed: SignedDocument<Roster>,
  agency: Pick<TrustedAgency, 'id' | 'primary' | 'key'>,
  { highestSeen, previous }: { highestSeen?: SeenVersion | undefined; previous?: SeenVersion | undefined } = {},
): Promise<{ ok: true; roster: TrustedRoster } | { ok: false; code: RosterRefusal }> {
  const { document } = signed;
  const digest = digestIfWellFormed('roster', document, isRoster);
  if (digest === null) return { ok: false, code: 'malformed' };
  if (document.agency !== agency.id) return { ok: false, code: 'other-agency' };
  if (!(await isSignedBy('roster', signed, { key: agency.key, digest }))) return { ok: false, code: 'bad-signature' };
  const order = refusalOfOrder(document, digest, { highestSeen, previous });
  if (order !== null) return { ok: false, code: order };
  const members = new Map<string, TrustedMember>();
  for (const entry of document.members) {
    const key = await publicKeyFrom(entry.key);
    // The fingerprint is what everything else refers to: an entry whose key is another one would let two people be confused.
    if (key === null || fingerprintOf(key) !== entry.fingerprint || entry.fingerprint === agency.primary) return { ok: false, code: 'malformed' };
    members.set(entry.fingerprint, { ...entry, agency: agency.id, key });
  }
  return { ok: true, roster: { document, digest, members } };
}

/** The member whose key has that whole fingerprint and who belonged to the agency at that time (`from` inclusive, `until` exclusive), or null. */
export function memberAt(roster: TrustedRoster, fingerprint: string, time: Date): TrustedMember | null {
  const member = roster.members.get(fingerprint);
  return member !== undefined && belongsAt(member, time) ? member : null;
}

/** Everyone who belonged to the agency at that time, with one role if named. */
export function membersAt(roster: TrustedRoster, time: Date, role?: RosterMember['roles'][number]): TrustedMember[] {
  return [...roster.members.values()].filter((member) => belongsAt(member, time) && (role === undefined || member.roles.includes(role)));
}

function belongsAt({ from, until }: Pick<RosterMember, 'from' | 'until'>, time: Date): boolean {
  const ms = time.getTime();
  return Date.parse(from) <= ms && (until === null || ms < Date.parse(until));
}

function digestIfWellFormed<T>(kind: DocumentKind, document: unknown, isShape: (value: unknown) => value is T): string | null {
  try {
    return isShape(document) ? digestOf(kind, document) : null;
  } catch {
    return null;
  }
}

// Going back in versions is how a directory brings back a key that was taken out; a second document under a version
// already seen is how it shows two people two different lists.
function refusalOfOrder(document: { version: number; previous: string | null }, digest: string, { highestSeen, previous }: { highestSeen: SeenVersion | undefined; previous: SeenVersion | undefined }): 'rolled-back' | 'unchained' | null {
  for (const seen of [highestSeen, previous]) {
    if (seen !== undefined && (document.version < seen.version || (document.version === seen.version && digest !== seen.digest))) return 'rolled-back';
    if (seen !== undefined && document.version === seen.version + 1 && document.previous !== seen.digest) return 'unchained';
  }
  return previous !== undefined && document.version > previous.version + 1 ? 'unchained' : null;
}

async function isRevokedAt(key: PublicKey, at: Date): Promise<boolean> {
  return key.isRevoked(undefined, undefined, at, OPTIONS);
}
