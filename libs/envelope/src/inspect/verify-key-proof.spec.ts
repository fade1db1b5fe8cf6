import { beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { digestOf, fromBase64Url, toBase64Url, type KeyProof } from '@lateral/contracts';
import { makePersonalKey } from '../keys/make-keys.js';
import { publicKeyText } from '../keys/public-key.js';
import { proveKey } from '../keys/prove-key.js';
import { documentBytes, documentNotation } from '../keys/signed-document.js';
import { fingerprintOf, NOTATIONS, signDetached, type PrivateKey } from '../openpgp.js';
import { isKeyProof } from './verify-key-proof.js';

const MADE = new Date('2026-03-09T10:00:00.000Z');
const AT = new Date('2026-03-09T10:15:00.000Z');
const PROOF: KeyProof = { v: 1, agency: 'school-b', member: 'm2', session: '019ab3c4-5d6e-7f80-8a1b-2c3d4e5f6071', nonce: 'N'.repeat(43) };

describe('a proof of a member\'s key', () => {
  let key: PrivateKey;
  let other: PrivateKey;
  beforeAll(async () => {
    [key, other] = await Promise.all(['m2', 'm1'].map((member) => makePersonalKey({ member, agency: 'school-b', at: MADE }))) as [PrivateKey, PrivateKey];
  });
  const of = (owner: PrivateKey, at = AT) => ({ key: publicKeyText(owner), fingerprint: fingerprintOf(owner), at });
  const prove = (proof: KeyProof = PROOF, by = key, at = AT): Promise<string> => proveKey(proof, { key: by, at });

  it('is good for what was signed, by that key, about then', async () => {
    const signature = await prove();
    expect(await isKeyProof(PROOF, signature, of(key))).toBe(true);
    expect(await isKeyProof(PROOF, signature, of(other))).toBe(false);
    expect(await isKeyProof(PROOF, signature, { ...of(key), fingerprint: fingerprintOf(other) })).toBe(false);
    expect(await isKeyProof(PROOF, signature, { ...of(key), key: 'AAAA' })).toBe(false);
    for (const [minutes, good] of [[5, true], [-5, true], [6, false], [-6, false]] as const) expect([minutes, await isKeyProof(PROOF, signature, of(key, new Date(AT.getTime() + minutes * 60_000)))]).toEqual([minutes, good]);
  });

  it('is good for nothing else: whatever of it differs', async () => {
    const signature = await prove();
    for (const name of ['agency', 'member', 'session', 'nonce'] as const) expect([name, await isKeyProof({ ...PROOF, [name]: `${PROOF[name]}x` }, signature, of(key))]).toEqual([name, false]);
  });

  it('is no signature over another kind of document, or with another notation', async () => {
    const digest = digestOf('key-proof', PROOF);
    const asRoster = await signDetached(documentBytes('roster', PROOF), key, documentNotation(digest), AT);
    const asHeader = await signDetached(documentBytes('key-proof', PROOF), key, { name: NOTATIONS.header, value: digest }, AT);
    const ofAnother = await signDetached(documentBytes('key-proof', PROOF), key, documentNotation(digestOf('roster', PROOF)), AT);
    for (const signature of [asRoster, asHeader, ofAnother]) expect(await isKeyProof(PROOF, toBase64Url(signature), of(key))).toBe(false);
  });

  it('is refused damaged in any place, and whatever is no signature at all', async () => {
    const good = fromBase64Url(await prove());
    await fc.assert(fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (place, flip) => {
      const bad = good.slice();
      bad[place] = bad[place]! ^ flip;
      expect(await isKeyProof(PROOF, toBase64Url(bad), of(key))).toBe(false);
    }), { numRuns: 60 });
    await fc.assert(fc.asyncProperty(fc.oneof(fc.string(), fc.uint8Array({ maxLength: 300 }).map(toBase64Url)), async (text) => {
      expect(await isKeyProof(PROOF, text, of(key))).toBe(false);
    }), { numRuns: 60 });
  });
});
