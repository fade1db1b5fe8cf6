import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { PatternScanner } from './pattern-scanner.js';

// Few different bytes make many near misses and overlaps.
const bytes = (min: number, max: number): fc.Arbitrary<Buffer> => fc.array(fc.constantFrom(0, 1, 2), { minLength: min, maxLength: max }).map((values) => Buffer.from(values));

function everyPlace(haystack: Buffer, needle: Buffer): number[] {
  const places: number[] = [];
  for (let at = haystack.indexOf(needle); at !== -1; at = haystack.indexOf(needle, at + 1)) places.push(at);
  return places;
}

describe('the scanner', () => {
  it('finds every place of every pattern, as looking for one after the other does', () => {
    fc.assert(fc.property(fc.uniqueArray(bytes(2, 6), { minLength: 1, maxLength: 5, selector: (pattern) => pattern.toString('hex') }), bytes(0, 400), (patterns, haystack) => {
      const found: [string, number][] = [];
      new PatternScanner(patterns.map((pattern) => ({ encoding: pattern.toString('hex'), bytes: pattern }))).scan(haystack, (at, { encoding }) => found.push([encoding, at]));
      const wanted = patterns.flatMap((pattern) => everyPlace(haystack, pattern).map((at): [string, number] => [pattern.toString('hex'), at]));
      const order = ([a, i]: [string, number], [b, j]: [string, number]): number => a.localeCompare(b) || i - j;
      expect(found.sort(order)).toEqual(wanted.sort(order));
    }));
  });

  it('refuses a pattern of one byte', () => {
    expect(() => new PatternScanner([{ encoding: 'one', bytes: Buffer.from('a') }])).toThrow(RangeError);
  });
});
