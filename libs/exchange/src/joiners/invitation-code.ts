import type { TokenHash } from '../ports/index.js';

/** A code belongs to one agency: spent anywhere else it is unknown. */
export function codeHashOf(agency: string, code: string, tokens: TokenHash): Uint8Array {
  return tokens.hash(`lateral/v1/invitation\0${agency}\0${code}`);
}
