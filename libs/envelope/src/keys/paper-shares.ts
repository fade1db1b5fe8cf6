import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { combine, split } from 'shamir-secret-sharing';
import { concatBytes, utf8 } from '@lateral/contracts';
import { fromPaper, toPaper } from './paper-text.js';

/** What a set of three sheets belongs to: `of` an agency or a partnership, `mark` eight hex digits that tell one set from another. */
export interface ShareSet { kind: 'kit' | 'root'; of: string; mark: string }
/** One sheet as read. `share` is worth nothing alone: any secret would fit it. */
export interface PaperShare { set: ShareSet; index: 1 | 2 | 3; share: Uint8Array; tag: Uint8Array }
export type ShareRefusal = 'unreadable' | 'mistyped' | 'foreign-share' | 'same-share' | 'shares-do-not-fit';

const SHARE_BYTES = 33;
const TAG_BYTES = 16;
const PRINTED = /^lateral (kit|root) share ([123]) of 3, any 2 open; version 1; ([A-Za-z0-9][A-Za-z0-9_.:@-]{0,127}); set ([0-9a-f]{8});\s*(.+)$/is;

/**
 * Splits 32 bytes into three printed sheets of which any two give them back and one tells nothing (Shamir over GF(2^8)). Shamir's shares say
 * nothing of themselves, and one wrong letter would give other bytes without a word, so each sheet carries a check that it can be read by
 * itself and a tag, keyed by the secret, that the two together can be believed. The sharing draws its own randomness from the system.
 */
export async function printShares(secret: Uint8Array, set: ShareSet): Promise<string[]> {
  if (secret.length !== 32) throw new RangeError('what is split is 32 bytes');
  const shares = await split(secret, 3, 2);
  return shares.map((share, i) => {
    const index = (i + 1) as PaperShare['index'];
    const head = `LATERAL ${set.kind.toUpperCase()} SHARE ${index} of 3, any 2 open; version 1; ${set.of}; set ${set.mark};`;
    return `${head} ${toPaper(concatBytes(share, tagOf(secret, { set, index, share })), labelOf(set, index))}`;
  });
}

/** Reads one sheet. `unreadable`: not one of ours; `mistyped`: a letter of it, or of its first line, is wrong. */
export function readShare(text: string): { ok: true; share: PaperShare } | { ok: false; code: ShareRefusal } {
  const [, kind, index, of, mark, letters] = PRINTED.exec(text.trim()) ?? [];
  if (kind === undefined || letters === undefined || of === undefined || mark === undefined) return { ok: false, code: 'unreadable' };
  const set: ShareSet = { kind: kind.toLowerCase() as ShareSet['kind'], of, mark: mark.toLowerCase() };
  const at = Number(index) as PaperShare['index'];
  const bytes = fromPaper(letters, labelOf(set, at));
  if (bytes?.length !== SHARE_BYTES + TAG_BYTES) return { ok: false, code: 'mistyped' };
  return { ok: true, share: { set, index: at, share: bytes.slice(0, SHARE_BYTES), tag: bytes.slice(SHARE_BYTES) } };
}

/** The 32 bytes out of two sheets of one set. `foreign-share`: a sheet of another set; `shares-do-not-fit`: one of them is forged. */
export async function joinShares(texts: readonly [string, string], set: ShareSet): Promise<{ ok: true; secret: Uint8Array } | { ok: false; code: ShareRefusal }> {
  const shares: PaperShare[] = [];
  for (const text of texts) {
    const read = readShare(text);
    if (!read.ok) return read;
    if (read.share.set.kind !== set.kind || read.share.set.of !== set.of || read.share.set.mark !== set.mark) return { ok: false, code: 'foreign-share' };
    shares.push(read.share);
  }
  if (new Set(shares.map(({ index }) => index)).size !== shares.length) return { ok: false, code: 'same-share' };
  const secret = await combine(shares.map(({ share }) => share)).catch(() => null);
  const isWhole = secret !== null && shares.every((share) => tagOf(secret, share).every((byte, i) => byte === share.tag[i]));
  return isWhole ? { ok: true, secret } : { ok: false, code: 'shares-do-not-fit' };
}

const labelOf = ({ kind, of, mark }: ShareSet, index: number): string => `${kind}/1/${of}/${mark}/${index}`;

function tagOf(secret: Uint8Array, { set, index, share }: Omit<PaperShare, 'tag'>): Uint8Array {
  const key = hkdf(sha256, secret, new Uint8Array(32), utf8('lateral/v1/paper-share'), 32);
  return hmac(sha256, key, concatBytes(utf8(`${labelOf(set, index)}\0`), share)).slice(0, TAG_BYTES);
}
