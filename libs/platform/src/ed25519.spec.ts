import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ed25519Key, nodeEd25519 } from './ed25519.js';

describe('Node\'s own Ed25519', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32));
  const message = new TextEncoder().encode('a head');
  const signature = new Uint8Array(sign(null, message, privateKey));

  it('knows what the key signed from anything else', () => {
    expect(nodeEd25519(message, signature, raw)).toBe(true);
    expect(nodeEd25519(message, signature, raw.slice())).toBe(true);
    expect(nodeEd25519(new TextEncoder().encode('a heap'), signature, raw)).toBe(false);
    for (const wrong of [new Uint8Array(), signature.subarray(0, 63), signature.map((byte, place) => (place === 40 ? byte ^ 1 : byte))]) expect(nodeEd25519(message, wrong, raw)).toBe(false);
    expect(nodeEd25519(message, signature, raw.map((byte) => byte ^ 1))).toBe(false);
  });

  it('refuses a second spelling of a signature: its number and the order of the curve together', () => {
    // RFC 8032 section 5.1: L = 2^252 + 27742317777372353535851937790883648493, little-endian from byte 32 on.
    const order = (1n << 252n) + 27742317777372353535851937790883648493n;
    const number = BigInt(`0x${Buffer.from(signature.subarray(32)).reverse().toString('hex')}`) + order;
    const second = Buffer.concat([signature.subarray(0, 32), Buffer.from(number.toString(16).padStart(64, '0'), 'hex').reverse()]);
    expect(second).toHaveLength(64);
    expect(nodeEd25519(message, second, raw)).toBe(false);
  });

  it('takes no key of another length', () => {
    expect(() => ed25519Key(raw.subarray(1))).toThrow();
  });
});
