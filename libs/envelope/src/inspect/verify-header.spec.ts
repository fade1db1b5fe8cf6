import { createPublicKey, verify } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import * as openpgp from 'openpgp';
import { digestOf, fromBase64Url, headerBytes, type EnvelopeHeader } from '@lateral/contracts';
import { ROUND_AT, sendMessage, uuid7, type SentMessage } from '@lateral/testing/envelope';
import { OPTIONS, signDetached, verifyDetached } from '../openpgp.js';
import { signerKeyOf } from './signer-key.js';
import { parseSignature } from './signature-packet.js';
import { HEADER_NOTATION, verifyHeaderSignature, type SignerKey, type VerifyEd25519 } from './verify-header.js';

// SubjectPublicKeyInfo of a raw Ed25519 key (RFC 8410).
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const byNode: VerifyEd25519 = (publicKey, message, signature) => verify(null, message, createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' }), signature);

let sent: SentMessage;
let signer: SignerKey;
beforeAll(async () => {
  sent = await sendMessage('request');
  signer = (await signerKeyOf(sent.sender.member.toPublic(), ROUND_AT))!;
});

const numbered = (n: number): EnvelopeHeader => ({ ...sent.envelope.header, context: { ...sent.envelope.header.context, message: uuid7(ROUND_AT, 1000 + n) } });
const sign = (header: EnvelopeHeader) => signDetached(headerBytes(header), sent.sender.member, { name: HEADER_NOTATION, value: digestOf('header', header) }, ROUND_AT);

/** Whether the library by itself, with none of our own parsing, takes the signature. */
async function isTakenByLibrary(header: EnvelopeHeader, signature: Uint8Array): Promise<boolean> {
  try {
    const verified = await openpgp.verify({
      message: await openpgp.createMessage({ binary: headerBytes(header) }), signature: await openpgp.readSignature({ binarySignature: signature, config: OPTIONS }),
      verificationKeys: sent.sender.member.toPublic(), expectSigned: true, format: 'binary', date: null, config: OPTIONS,
    });
    return verified.signatures.length === 1 && (await verified.signatures[0]!.verified);
  } catch {
    return false;
  }
}

function sequence(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 9;
}

describe('header verification without the library', () => {
  it('agrees with the library on thousands of good and damaged signatures, and is never the more trusting of the two', async () => {
    const next = sequence(20_261_121);
    let stricter = 0;
    for (let n = 0; n < 100; n += 1) {
      const header = numbered(n);
      const good = await sign(header);
      expect(await verifyHeaderSignature({ header, signature: good, signer, verifyEd25519: byNode })).toEqual({ ok: true, signer: signer.fingerprint, created: ROUND_AT, headerDigest: digestOf('header', header) });
      expect(await isTakenByLibrary(header, good)).toBe(true);
      for (let k = 0; k < 20; k += 1) {
        const damaged = good.slice();
        damaged[next() % damaged.length]! ^= 1 << (next() % 8);
        const ours = (await verifyHeaderSignature({ header, signature: damaged, signer, verifyEd25519: byNode })).ok;
        const library = await isTakenByLibrary(header, damaged);
        if (ours) expect(library).toBe(true);
        // What is not signed (framing, the unhashed part, the length of an MPI) may be damaged without the library minding. We mind.
        if (library && !ours) { stricter += 1; expect(parseSignature(damaged)).toBeNull(); }
      }
    }
    expect(stricter).toBeLessThan(50);
  }, 60_000);

  it('agrees with the wrapper and with both implementations of Ed25519 on headers that were changed', async () => {
    for (let n = 0; n < 60; n += 1) {
      const header = numbered(n);
      const signature = await sign(header);
      const shown = n % 2 === 0 ? header : { ...header, content: { ...header.content, length: header.content.length + 1 } };
      const wrapper = await verifyDetached(headerBytes(shown), signature, [sent.sender.member.toPublic()], { name: HEADER_NOTATION, value: digestOf('header', shown) });
      for (const verifyEd25519 of [byNode, undefined]) {
        const fast = await verifyHeaderSignature({ header: shown, signature, signer, verifyEd25519 });
        expect(fast.ok).toBe(n % 2 === 0);
        expect(fast.ok).toBe(wrapper.ok);
      }
    }
  });

  it('reads what the packet says', async () => {
    const parsed = parseSignature(fromBase64Url(sent.envelope.signature))!;
    expect(parsed).toMatchObject({ hash: 'sha512', created: ROUND_AT, issuer: signer.fingerprint });
    expect(parsed.notations.find(({ name }) => name === HEADER_NOTATION)).toEqual({ name: HEADER_NOTATION, value: digestOf('header', sent.envelope.header), critical: true });
    expect(parsed.signature).toHaveLength(64);
  });

  it('holds a signature against the life of the key', async () => {
    const { header, signature: text } = sent.envelope;
    const signature = fromBase64Url(text);
    const late = { ...signer, validFrom: new Date(ROUND_AT.getTime() + 1) };
    const early = { ...signer, validUntil: ROUND_AT };
    for (const key of [late, early]) expect(await verifyHeaderSignature({ header, signature, signer: key })).toEqual({ ok: false, code: 'key-not-valid-then' });
  });

  it('has no key for one that cannot sign, has ended, or is no Ed25519 key', async () => {
    expect(await signerKeyOf(sent.sender.member.toPublic(), new Date('2030-01-01T00:00:00.000Z'))).toBeNull();
    expect(await signerKeyOf(new Uint8Array([1, 2, 3]), ROUND_AT)).toBeNull();
    const { publicKey } = await openpgp.generateKey({ type: 'ecc', curve: 'nistP256', userIDs: [{ name: 'p' }], format: 'object' });
    expect(await signerKeyOf(publicKey, publicKey.getCreationTime())).toBeNull();
  });
});
