import type { Pattern } from './pattern-scanner.js';

/**
 * The spellings in which a leaked word may lie somewhere. `pattern` is what to look for when all that is known of a word is how it
 * begins; `spell` writes a whole text that way, for the control run and for tests.
 */
export interface Encoding {
  readonly name: string;
  readonly pattern: (prefix: string) => Buffer;
  readonly spell: (text: string) => Buffer;
}

/** Every word begins with this many letters; no pattern is shorter. */
export const PREFIX_LETTERS = 16;

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
const codesOf = (text: string): string[] => Array.from(text, (letter) => letter.charCodeAt(0).toString(16));

function plain(name: string, spell: (text: string) => Buffer): Encoding {
  return { name, pattern: spell, spell };
}

/**
 * Base64 writes three bytes as four letters, so a word looks different by how many bytes stand before it, modulo three. Letters
 * that mix in bits of a neighbour are left out of the pattern.
 */
function base64At(offset: 0 | 1 | 2, alphabet: 'base64' | 'base64url'): Encoding {
  const before = Buffer.alloc(offset);
  return {
    name: `${alphabet} at ${offset}`,
    pattern: (prefix) => {
      const bytes = Buffer.concat([before, Buffer.from(prefix)]);
      const written = bytes.toString('base64url');
      return Buffer.from(written.slice(Math.ceil((offset * 8) / 6), Math.floor((bytes.length * 8) / 6)));
    },
    spell: (text) => Buffer.from(Buffer.concat([before, Buffer.from(text)]).toString(alphabet)),
  };
}

/** In base64 of lower-case ASCII the letters of index 62 and 63, in which base64url differs, never occur; both are named all the same. */
export const ENCODINGS: readonly Encoding[] = [
  plain('utf-8', (text) => Buffer.from(text)),
  plain('utf-16le', (text) => Buffer.from(text, 'utf16le')),
  plain('utf-16be', utf16be),
  plain('hex', (text) => Buffer.from(Buffer.from(text).toString('hex'))),
  plain('HEX', (text) => Buffer.from(Buffer.from(text).toString('hex').toUpperCase())),
  ...([0, 1, 2] as const).flatMap((offset) => [base64At(offset, 'base64'), base64At(offset, 'base64url')]),
  plain('percent', (text) => Buffer.from(codesOf(text).map((code) => `%${code}`).join(''))),
  plain('PERCENT', (text) => Buffer.from(codesOf(text).map((code) => `%${code.toUpperCase()}`).join(''))),
  plain('json', (text) => Buffer.from(codesOf(text).map((code) => `\\u${code.padStart(4, '0')}`).join(''))),
  plain('JSON', (text) => Buffer.from(codesOf(text).map((code) => `\\u${code.toUpperCase().padStart(4, '0')}`).join(''))),
];

/** The different byte strings to look for, each with the name of the first encoding that writes it. */
export function patternsOf(prefix: string): Pattern[] {
  const found = new Map<string, Pattern>();
  for (const { name, pattern } of ENCODINGS) {
    const bytes = pattern(prefix);
    const key = bytes.toString('latin1');
    if (!found.has(key)) found.set(key, { encoding: name, bytes });
  }
  return [...found.values()];
}
