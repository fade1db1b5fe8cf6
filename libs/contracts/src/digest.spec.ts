import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { sha256 as portable } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { toBase64Url, utf8 } from './bytes.js';
import { canonicalJson } from './canonical-json.js';
import { adoptSha256, ciphertextDigest, commitmentOf, digestOf, digestOfBytes, type DigestKind } from './digest.js';

const KINDS: DigestKind[] = ['context', 'header', 'justification', 'leaf', 'partnership', 'agency', 'roster', 'team-copy', 'handed-out', 'key-proof', 'request-body'];
const sha256 = (...parts: (string | Uint8Array)[]): string => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('base64url');
const bytes = fc.uint8Array({ maxLength: 300 });
const salt = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('digests', () => {
  it('hash the kind in front, so that one kind never passes for another', () => {
    fc.assert(fc.property(bytes, (value) => {
      const all = KINDS.map((kind) => digestOfBytes(kind, value));
      expect(all).toEqual(KINDS.map((kind) => sha256(`lateral/v1/${kind}\0`, value)));
      expect(new Set([...all, ciphertextDigest(value)]).size).toBe(KINDS.length + 1);
    }), { numRuns: 50 });
  });

  it('of a value are over its canonical JSON, whatever order its members came in', () => {
    expect(digestOf('header', { b: 1, a: [true, null] })).toBe(sha256('lateral/v1/header\0', '{"a":[true,null],"b":1}'));
    expect(digestOf('header', { a: [true, null], b: 1 })).toBe(digestOf('header', { b: 1, a: [true, null] }));
    expect(digestOf('header', { a: [null, true], b: 1 })).not.toBe(digestOf('header', { b: 1, a: [true, null] }));
  });

  it('of a ciphertext are what any tool prints of the file', () => {
    fc.assert(fc.property(bytes, (value) => {
      expect(ciphertextDigest(value)).toBe(sha256(value));
    }));
    expect(Buffer.from(ciphertextDigest(utf8('abc')), 'base64url').toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('a commitment', () => {
  const record = canonicalJson({ v: 1, event: 'check.opened.v1' });

  it('is over the salt and the record', () => {
    fc.assert(fc.property(salt, (value) => {
      expect(commitmentOf(record, value)).toBe(sha256('lateral/v1/leaf\0', value, record));
    }), { numRuns: 50 });
  });

  it('is another for another salt, and for another record', () => {
    fc.assert(fc.property(salt, fc.nat(31), fc.integer({ min: 1, max: 255 }), (value, at, change) => {
      const other = Uint8Array.from(value);
      other[at] = other[at]! ^ change;
      expect(commitmentOf(record, other)).not.toBe(commitmentOf(record, value));
      expect(commitmentOf(`${record} `, value)).not.toBe(commitmentOf(record, value));
    }), { numRuns: 50 });
  });

  it('takes a salt of 32 bytes only: with another length, salt and record could be cut in two ways', () => {
    for (const length of [0, 31, 33]) expect(() => commitmentOf(record, new Uint8Array(length))).toThrow(RangeError);
  });

  it('has 43 letters, as 32 bytes have', () => {
    expect(commitmentOf(record, new Uint8Array(32))).toHaveLength(toBase64Url(new Uint8Array(32)).length);
  });
});

describe('a faster SHA-256', () => {
  afterAll(() => adoptSha256(portable));

  it('is adopted where it says the same, and refused where it does not', () => {
    const before = digestOf('leaf', { k: 'check' });
    adoptSha256((input) => createHash('sha256').update(input).digest());
    expect(digestOf('leaf', { k: 'check' })).toBe(before);
    expect(() => adoptSha256((input) => createHash('sha512').update(input).digest())).toThrow(TypeError);
    expect(() => adoptSha256(() => new Uint8Array(32))).toThrow(TypeError);
  });
});
