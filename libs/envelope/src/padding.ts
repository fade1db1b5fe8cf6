import { canonicalJson, utf8 } from '@lateral/contracts';

/** Sizes in bytes that sealed content comes in. A ciphertext's length then tells a bucket and nothing finer. */
export const CONTENT_BUCKETS = [4_096, 16_384, 65_536, 262_144, 1_048_576] as const;
/** One: of a list of headings nothing is told by their lengths. */
export const HEADING_BUCKETS = [1_024] as const;
export const NARRATIVE_BUCKETS = [4_096, 16_384, 65_536] as const;

/** More was written than the largest bucket holds. Tell the writer; an attachment may carry the rest. */
export class ContentTooLargeError extends RangeError {}

/**
 * Canonical JSON of the value with a member `pad` of zeros, filled up to the smallest bucket that it fits. Counted in bytes of
 * UTF-8, so that Welsh letters weigh what they weigh. Throws ContentTooLargeError where no bucket is large enough.
 */
export function padToBucket(value: Readonly<Record<string, unknown>>, buckets: readonly number[]): Uint8Array {
  const bare = utf8(canonicalJson({ ...value, pad: '' })).length;
  const bucket = buckets.find((size) => size >= bare);
  if (bucket === undefined) throw new ContentTooLargeError('the content is larger than the largest bucket');
  return utf8(canonicalJson({ ...value, pad: '0'.repeat(bucket - bare) }));
}

/** Whether bytes are as long as a bucket: content that is not was not made by this code, or has been tampered with. */
export function isBucket(length: number, buckets: readonly number[]): boolean {
  return buckets.includes(length);
}

/**
 * PADMÉ (Nikitin and others, PETS 2019): the smallest length not below `length` whose lower bits are zero, with as many
 * bits kept as its magnitude needs. At most 12 % longer; tells log log of the length. At least 256 bytes.
 */
export function paddedLength(length: number): number {
  if (length <= 256) return 256;
  const exponent = Math.floor(Math.log2(length));
  const step = 2 ** (exponent - (Math.floor(Math.log2(exponent)) + 1));
  return Math.ceil(length / step) * step;
}
