import type { Randomness } from './ports/index.js';

/** Letters and digits that nobody takes for one another on paper or on the telephone (Crockford's). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 16 signs of five bits. */
const SIGNS = 16;
const CODE = /^[0-9A-HJKMNP-TV-Z]{16}$/;

export function newCode(randomness: Randomness): string {
  return Array.from(randomness.bytes(SIGNS), (byte) => ALPHABET[byte & 31]).join('');
}

/** In groups of four, for people. */
export function spelledOut(code: string): string {
  return (code.match(/.{4}/g) ?? []).join('-');
}

/** Null for what cannot be a code. Case, hyphens and spaces say nothing, nor does O for nought, or I and L for one. */
export function writtenCode(text: string): string | null {
  const code = text.toUpperCase().replace(/[-\s]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return CODE.test(code) ? code : null;
}
