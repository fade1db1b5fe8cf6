import { fromBase64Url, toBase64Url } from '@lateral/contracts';
import { NOTATIONS, decryptWith, encryptTo, type EncryptionReader, type PrivateKey, type PublicKey } from './openpgp.js';
import { HEADING } from './heading.js';
import { CONTENT_BUCKETS, HEADING_BUCKETS, isBucket, padToBucket } from './padding.js';

/** What a draft is and whose: a draft of one thing is never taken for another, nor one person's for another's. */
export interface DraftName { agency: string; draft: string; kind: string }

/**
 * Seals something unfinished: for oneself, or for colleagues who are to look at it. Any JSON value; signed by its writer and padded.
 * Throws ContentTooLargeError. base64url.
 */
export async function sealDraft(value: unknown, name: DraftName, { readers, writer, at }: { readers: readonly EncryptionReader[]; writer: PrivateKey; at: Date }): Promise<string> {
  return toBase64Url(await encryptTo(padToBucket({ v: 1, part: 'draft', name: { ...name }, value }, bucketsOf(name)), readers, writer, notationOf(name), at));
}

export type DraftOpened = { ok: true; value: unknown; writer: string } | { ok: false; code: 'unreadable' | 'other-draft' };

/** Opens a draft that one of `writers` wrote under this very name. What else the store may hand over is refused. */
export async function openDraft(sealed: string, name: DraftName, { keys, writers, now }: { keys: readonly PrivateKey[]; writers: readonly PublicKey[]; now: Date }): Promise<DraftOpened> {
  const bytes = fromBase64Url(sealed);
  const opened = await decryptWith(bytes, keys, writers, notationOf(name), now);
  if (!opened.ok) return { ok: false, code: opened.code === 'wrong-notation' ? 'other-draft' : 'unreadable' };
  if (!isBucket(opened.plaintext.length, bucketsOf(name))) return { ok: false, code: 'unreadable' };
  const inner: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(opened.plaintext));
  if (!isDraftOf(inner, name)) return { ok: false, code: 'other-draft' };
  return { ok: true, value: inner.value, writer: opened.signer };
}

const bucketsOf = ({ kind }: DraftName): readonly number[] => (kind === HEADING ? HEADING_BUCKETS : CONTENT_BUCKETS);

function notationOf({ agency, draft, kind }: DraftName): { name: typeof NOTATIONS.document; value: string } {
  return { name: NOTATIONS.document, value: `draft:${agency}:${kind}:${draft}` };
}

function isDraftOf(inner: unknown, { agency, draft, kind }: DraftName): inner is { value: unknown } {
  if (typeof inner !== 'object' || inner === null || !('part' in inner) || inner.part !== 'draft' || !('name' in inner) || !('value' in inner)) return false;
  const named = inner.name as Partial<DraftName> | null;
  return named !== null && named.agency === agency && named.draft === draft && named.kind === kind;
}

