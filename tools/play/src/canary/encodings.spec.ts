import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { ByteSearch } from './byte-search.js';
import { ENCODINGS, patternsOf, PREFIX_LETTERS } from './encodings.js';

const letters = (count: number): fc.Arbitrary<string> => fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'.split('')), minLength: count, maxLength: count });
const noise = fc.uint8Array({ maxLength: 300 });

async function foundIn(bytes: Uint8Array, prefix: string): Promise<number> {
  const search = new ByteSearch(patternsOf(prefix));
  await search.push(bytes);
  await search.end();
  return search.found;
}

describe('encodings', () => {
  it.each(ENCODINGS)('finds a word that is written as $name', async ({ spell }) => {
    await fc.assert(fc.asyncProperty(letters(PREFIX_LETTERS), letters(8), noise, noise, async (prefix, suffix, before, after) => {
      expect(await foundIn(Buffer.concat([before, spell(prefix + suffix), after]), prefix)).toBeGreaterThan(0);
    }));
  });

  it.each(['base64', 'base64url', 'hex', 'utf16le'] as const)('finds a word at any place of bytes that were written as %s', async (encoding) => {
    await fc.assert(fc.asyncProperty(letters(PREFIX_LETTERS), letters(8), noise, noise, async (prefix, suffix, before, after) => {
      const bytes = encoding === 'utf16le' ? Buffer.from(Buffer.concat([before, Buffer.from(prefix + suffix), after]).toString('latin1'), 'utf16le') : Buffer.from(Buffer.concat([before, Buffer.from(prefix + suffix), after]).toString(encoding));
      expect(await foundIn(bytes, prefix)).toBeGreaterThan(0);
    }));
  });

  it('are all that the report promises', () => {
    const base64 = [0, 1, 2].flatMap((offset) => [`base64 at ${offset}`, `base64url at ${offset}`]);
    expect(ENCODINGS.map(({ name }) => name)).toEqual(['utf-8', 'utf-16le', 'utf-16be', 'hex', 'HEX', ...base64, 'percent', 'PERCENT', 'json', 'JSON']);
    const spelled = Object.fromEntries(ENCODINGS.map(({ name, spell }) => [name, spell('jo').toString('latin1')]));
    expect(spelled).toMatchObject({ 'utf-16le': 'j\0o\0', 'utf-16be': '\0j\0o', hex: '6a6f', HEX: '6A6F', percent: '%6a%6f', PERCENT: '%6A%6F', json: '\\u006a\\u006f', JSON: '\\u006A\\u006F' });
  });

  it('knows no letter of base64 that a neighbour has a part in', () => {
    const known = patternsOf('abcdefghijklmnop').filter(({ encoding }) => encoding.startsWith('base64')).map(({ bytes }) => bytes.toString());
    expect(known).toEqual(['YWJjZGVmZ2hpamtsbW5vc'.slice(0, 21), 'FiY2RlZmdoaWprbG1ub3'.slice(0, 20), 'hYmNkZWZnaGlqa2xtbm9w']);
  });

  it('finds nothing where there is nothing', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 5_000 }), async (bytes) => {
      expect(await foundIn(bytes, 'qzkxjvwqphgbtyfd')).toBe(0);
    }));
  });

  it('has no pattern shorter than a prefix', () => {
    expect(Math.min(...patternsOf('qzkxjvwqphgbtyfd').map(({ bytes }) => bytes.length))).toBe(PREFIX_LETTERS);
  });
});
