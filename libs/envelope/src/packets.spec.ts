import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { listReaders } from './inspect/readers.js';
import { parseSignature } from './inspect/signature-packet.js';
import { readPackets } from './packets.js';

const framed = (tag: number, ...length: number[]) => Uint8Array.of(0xc0 | tag, ...length);

describe('packets', () => {
  it('are read by their length in every definite form', () => {
    const body = new Uint8Array(200).fill(7);
    for (const head of [framed(2, 192, 8), framed(2, 255, 0, 0, 0, 200), Uint8Array.of(0x88, 200), Uint8Array.of(0x89, 0, 200), Uint8Array.of(0x8a, 0, 0, 0, 200)]) {
      expect(readPackets(Uint8Array.of(...head, ...body))).toEqual([{ tag: 2, body }]);
    }
  });

  it('of partial length are put together for the encrypted container and refused for anything else', () => {
    const pieces = (tag: number) => Uint8Array.of(0xc0 | tag, 224 + 2, 1, 2, 3, 4, 2, 5, 6);
    expect(readPackets(pieces(18))).toEqual([{ tag: 18, body: Uint8Array.of(1, 2, 3, 4, 5, 6) }]);
    expect(readPackets(pieces(2))).toBeNull();
  });

  it('that end early, have no end, or are no packets are refused', () => {
    for (const odd of [framed(2, 5, 1), framed(2, 255, 0, 0), framed(2), Uint8Array.of(0x8b, 1, 2), Uint8Array.of(0x41), framed(18, 224 + 2, 1, 2), framed(18, 224, 9)]) expect(readPackets(odd)).toBeNull();
  });

  it('of any bytes at all never make a reader throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      readPackets(bytes);
      expect(parseSignature(bytes)).toBeNull();
      expect(listReaders(bytes).ok).toBe(false);
    }), { numRuns: 2000 });
  });

  it('of a signature that is nearly one never make a reader throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(250), (rest, size) => {
      const body = Uint8Array.of(4, 0, 22, 10, 0, size, ...rest);
      if (body.length < 192) parseSignature(Uint8Array.of(0xc2, body.length, ...body));
    }), { numRuns: 5000 });
  });
});
