import type { AgencyStatement, PartnershipAgency, PartnershipFile, SignedDocument } from '@lateral/contracts';
import { checkCertification } from './check-certification.js';
import { isAgencyStatement, isPartnershipFile } from './document-shape.js';
import { OPTIONS, fingerprintOf, type PublicKey } from '../openpgp.js';
import { publicKeyFrom } from './public-key.js';
import { ISSUE_TOLERANCE_MS, digestIfWellFormed, isSignedBy, refusalOfOrder, type SeenVersion } from './signed-document.js';

/** An agency that the pinned root vouches for, with its key parsed: `key` holds the primary and the epoch subkeys. */
export interface TrustedAgency extends Omit<PartnershipAgency, 'key'> { key: PublicKey }

export interface TrustedPartnership {
  document: PartnershipFile;
  digest: string;
  root: PublicKey;
  /** By agency id. */
  agencies: ReadonlyMap<string, TrustedAgency>;
}

export type PartnershipRefusal = 'malformed' | 'unpinned-root' | 'bad-signature' | 'rolled-back' | 'unchained' | 'not-in-force' | 'expired' | 'uncertified-agency' | 'revoked';

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

async function isRevokedAt(key: PublicKey, at: Date): Promise<boolean> {
  return key.isRevoked(undefined, undefined, at, OPTIONS);
}
