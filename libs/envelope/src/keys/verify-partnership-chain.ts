import type { PartnershipFile, SignedDocument } from '@lateral/contracts';
import { OPTIONS, fingerprintOf } from '../openpgp.js';
import { publicKeyFrom } from './public-key.js';
import { isPartnershipFile } from './document-shape.js';
import { digestIfWellFormed, type SeenVersion } from './signed-document.js';
import { verifyPartnership, type PartnershipRefusal, type TrustedPartnership } from './verify-directory.js';

export type ChainRefusal = PartnershipRefusal | 'root-not-announced' | 'root-revoked';

/**
 * Decides whether the newest of some partnership files may be obeyed by a reader who pins a root that may have been replaced since. The old
 * root announces its follower in a file of its own (`nextRoot`); the very next version is signed by that follower and names the announcing
 * file as the one before it. Only through such a pair does a pin move; any number of them may follow each other. A new root that nobody
 * announced is refused, however well it signs. `files` holds those pairs and the newest file, in any order; `revocations` are public keys
 * that carry a revocation (base64url), from wherever the reader has them: a root that was compromised announces nothing. Files from before
 * the pinned root first signed move nothing: a root that was retired by then has no say in what follows.
 */
export async function verifyPartnershipChain(
  files: readonly SignedDocument<PartnershipFile>[],
  { rootFingerprint, now, highestSeen, revocations = [] }: { rootFingerprint: string; now: Date; highestSeen?: SeenVersion | undefined; revocations?: readonly string[] },
): Promise<{ ok: true; partnership: TrustedPartnership; rootFingerprint: string } | { ok: false; code: ChainRefusal; agency?: string }> {
  if (!files.every(({ document }) => Number.isSafeInteger((document as Partial<PartnershipFile> | null)?.version))) return { ok: false, code: 'malformed' };
  if (files.length === 0) return { ok: false, code: 'malformed' };
  const sorted = [...files].sort((a, b) => a.document.version - b.document.version);
  // The newest is held against what was seen where it is verified.
  if (sorted.slice(0, -1).some(({ document }) => isAnotherThan(highestSeen, document))) return { ok: false, code: 'rolled-back' };
  const ordered = sorted.slice(Math.max(0, sorted.findIndex(({ document: { root } }) => root === rootFingerprint)));
  let pin = rootFingerprint;
  let announced: TrustedPartnership | null = null;
  for (const [index, file] of ordered.entries()) {
    const next = ordered[index + 1];
    const follows: boolean = announced?.document.nextRoot === file.document.root && file.document.version === announced.document.version + 1 && file.document.previous === announced.digest;
    if (file.document.root !== pin && follows) pin = file.document.root;
    else if (file.document.root !== pin && announced !== null) return { ok: false, code: 'root-not-announced' };
    // Versions of one root between those that matter prove nothing and need no looking at.
    if (next?.document.root === file.document.root) continue;
    const at = next === undefined ? now : new Date(next.document.issued);
    if (await isRevoked(pin, revocations, at)) return { ok: false, code: 'root-revoked' };
    const read = await verifyPartnership(file, { rootFingerprint: pin, now: at, highestSeen: next === undefined ? highestSeen : undefined });
    if (!read.ok) return read;
    if (next === undefined) return { ok: true, partnership: read.partnership, rootFingerprint: pin };
    announced = read.partnership;
  }
  return { ok: false, code: 'malformed' };
}

/** A second file under a version that was seen: somebody has written another history. */
function isAnotherThan(seen: SeenVersion | undefined, document: PartnershipFile): boolean {
  return document.version === seen?.version && digestIfWellFormed('partnership', document, isPartnershipFile) !== seen.digest;
}

// A root that was retired stays good for what it signed before; one that was compromised is good for nothing it ever signed.
async function isRevoked(pin: string, revocations: readonly string[], at: Date): Promise<boolean> {
  for (const text of revocations) {
    const key = await publicKeyFrom(text);
    if (key !== null && fingerprintOf(key) === pin && (await key.isRevoked(undefined, undefined, at, OPTIONS))) return true;
  }
  return false;
}
