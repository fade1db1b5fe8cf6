import { canonicalJson, fromBase64Url, utf8, type SignedDocument } from '@lateral/contracts';
import { NOTATIONS, verifyDetached, type PublicKey } from '../openpgp.js';

/** Kinds of document that a directory consists of. The kind is signed in front, so one can never pass for another. */
export type DocumentKind = 'partnership' | 'agency' | 'roster';

/** A signature made further than this from the time the document says it was issued is not the signature of its issue. */
export const ISSUE_TOLERANCE_MS = 300_000;

/** More signatures than this on one document are an attempt to make a reader work. */
const MAX_SIGNATURES = 8;

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
  if (!Array.isArray(signed.signatures) || signed.signatures.length > MAX_SIGNATURES) return false;
  const bytes = documentBytes(kind, signed.document);
  const issued = Date.parse(signed.document.issued);
  for (const text of signed.signatures) {
    const signature = bytesOrNull(text);
    if (signature === null) continue;
    const verified = await verifyDetached(bytes, signature, [key], documentNotation(digest));
    if (verified.ok && Math.abs(verified.created.getTime() - issued) <= ISSUE_TOLERANCE_MS) return true;
  }
  return false;
}

function bytesOrNull(text: unknown): Uint8Array | null {
  try {
    return typeof text === 'string' ? fromBase64Url(text) : null;
  } catch {
    return null;
  }
}
