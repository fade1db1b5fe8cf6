import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import { sha256 } from '@noble/hashes/sha2.js';
import { adoptSha256, ciphertextDigest, digestOf } from './digest.js';
import { utf8 } from './bytes.js';

describe('digests', () => {
  afterAll(() => adoptSha256(sha256));

  it('are SHA-256 as everyone has it', () => {
    expect(ciphertextDigest(utf8('abc'))).toBe(createHash('sha256').update('abc').digest('base64url'));
    expect(digestOf('header', { b: 1, a: 2 })).toBe(createHash('sha256').update('lateral/v1/header\0{"a":2,"b":1}').digest('base64url'));
  });

  it('are the same with a faster SHA-256, and refuse what is none', () => {
    const before = digestOf('leaf', { k: 'check' });
    adoptSha256((bytes) => createHash('sha256').update(bytes).digest());
    expect(digestOf('leaf', { k: 'check' })).toBe(before);
    expect(() => adoptSha256((bytes) => createHash('sha512').update(bytes).digest())).toThrow(TypeError);
    expect(() => adoptSha256(() => new Uint8Array(32))).toThrow(TypeError);
  });
});
