const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The reference people read out on the telephone: `LC-` and ten letters of Crockford base 32, from the last 50 bits of the
 * check's uuid, which are random. Client and hub compute the same, so it is known before the hub has answered.
 */
export function referenceOf(check: string): string {
  let bits = BigInt(`0x${check.replaceAll('-', '')}`) & ((1n << 50n) - 1n);
  let letters = '';
  for (let i = 0; i < 10; i += 1) {
    letters = LETTERS[Number(bits & 31n)]! + letters;
    bits >>= 5n;
  }
  return `LC-${letters.slice(0, 5)}-${letters.slice(5)}`;
}

export const REFERENCE_PATTERN = /^LC-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/;
