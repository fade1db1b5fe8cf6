import { canonicalJson, digestOf, fromBase64Url, utf8, type SignedDocument } from '@lateral/contracts';
import { NOTATIONS, verifyDetached, type PublicKey } from '../openpgp.js';

/** Kinds of document that a directory consists of, and what a member signs to prove their key. The kind is signed in front, so one can never pass for another. */
export type DocumentKind = 'partnership' | 'agency' | 'roster' | 'key-proof';

/** A signature made further than this from the time the document says it was issued is not the signature of its issue. */
export const ISSUE_TOLERANCE_MS = 300_000;

/** More signatures than this on one document are an attempt to make a reader work. */
const MAX_SIGNATURES = 8;

/** The highest version a reader has seen of a document; kept by every client, so that nobody can serve it an older one. */
export interface SeenVersion { version: number; digest: string }

/** The bytes a signature covers: `lateral/v1/<kind>\0` and the canonical JSON. Throws a TypeError on what JSON cannot say. */
export function documentBytes(kind: DocumentKind, document: unknown): Uint8Array {
  return utf8(`lateral/v1/${kind}\0${canonicalJson(document)}`);
}

/** The critical notation on a signature over a directory document: its digest. */
export function documentNotation(digest: string): { name: typeof NOTATIONS.document; value: string } {
  return { name: NOTATIONS.document, value: digest };
}

/** Whether one of the document's signatures is by that key, over these bytes, with our notation, made when it was issued. */
export async function isSignedBy<T extends { issued: string }>(kind: DocumentKind, signed: SignedDocument<T>, { key, digest }: { key: PublicKey; digest: string }): Promise<boolean> {
  return (await signersAmong(kind, signed, { keys: [key], digest, within: ISSUE_TOLERANCE_MS })).length > 0;
}

/**
 * Who of the owners of these keys signed the document, over these bytes and with our notation, at most `within` milliseconds after it
 * was issued: fingerprints and times, one for each good signature.
 */
export async function signersAmong<T extends { issued: string }>(
  kind: DocumentKind,
  signed: SignedDocument<T>,
  { keys, digest, within }: { keys: readonly PublicKey[]; digest: string; within: number },
): Promise<{ fingerprint: string; at: Date }[]> {
  if (!Array.isArray(signed.signatures) || signed.signatures.length > MAX_SIGNATURES) return [];
  const bytes = documentBytes(kind, signed.document);
  const issued = Date.parse(signed.document.issued);
  const found: { fingerprint: string; at: Date }[] = [];
  for (const text of signed.signatures) {
    const signature = bytesOrNull(text);
    const verified = signature === null ? null : await verifyDetached(bytes, signature, keys, documentNotation(digest));
    if (verified?.ok !== true) continue;
    const after = verified.created.getTime() - issued;
    if (after >= -ISSUE_TOLERANCE_MS && after <= within) found.push({ fingerprint: verified.signer, at: verified.created });
  }
  return found;
}

/** The digest of a document from the network, or null where it has not the shape. */
export function digestIfWellFormed<T>(kind: DocumentKind, document: unknown, isShape: (value: unknown) => value is T): string | null {
  try {
    return isShape(document) ? digestOf(kind, document) : null;
  } catch {
    return null;
  }
}

// Going back in versions is how a directory brings back a key that was taken out; a second document under a version
// already seen is how it shows two people two different lists.
export function refusalOfOrder(document: { version: number; previous: string | null }, digest: string, { highestSeen, previous }: { highestSeen: SeenVersion | undefined; previous: SeenVersion | undefined }): 'rolled-back' | 'unchained' | null {
  for (const seen of [highestSeen, previous]) {
    if (seen !== undefined && (document.version < seen.version || (document.version === seen.version && digest !== seen.digest))) return 'rolled-back';
    if (seen !== undefined && document.version === seen.version + 1 && document.previous !== seen.digest) return 'unchained';
  }
  return previous !== undefined && document.version > previous.version + 1 ? 'unchained' : null;
}

function bytesOrNull(text: unknown): Uint8Array | null {
  try {
    return typeof text === 'string' ? fromBase64Url(text) : null;
  } catch {
    return null;
  }
}
