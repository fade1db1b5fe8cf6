import { beforeAll, describe, expect, it } from 'vitest';
import * as openpgp from 'openpgp';
import { concatBytes, utf8 } from '@lateral/contracts';
import { KEYS_AT, ROUND_AT, sealingParties, subkeyOf, type SealingParties } from '@lateral/testing/envelope';
import { makePersonalKey } from './keys/make-keys.js';
import { NOTATIONS, OPTIONS, decryptWith, encryptTo, fingerprintOf, readPrivateKey, readPublicKey, signDetached, verifyDetached, type Notation } from './openpgp.js';

const TEXT = utf8('What was written.\nOn two lines.\r\n');
const NOTATION: Notation = { name: NOTATIONS.context, value: 'a digest' };
const LATER = new Date(ROUND_AT.getTime() + 1000);
let parties: SealingParties;
beforeAll(async () => { parties = await sealingParties(); });
const toAsked = () => [{ key: parties.asked.team, epoch: parties.asked.epoch }];
const signers = () => [parties.asking.member.toPublic()];

/** Packets as they are, encrypted to the asked team: what an attacker can make who follows no grammar. */
async function encryptPackets(...packets: Uint8Array[]): Promise<Uint8Array> {
  const message = await openpgp.readMessage({ binaryMessage: concatBytes(...packets), config: { enforceGrammar: false } });
  return openpgp.encrypt({ message, encryptionKeys: parties.asked.team, date: ROUND_AT, format: 'binary', config: { aeadProtect: true } });
}
async function signedPackets(bytes: Uint8Array): Promise<Uint8Array> {
  const signatureNotations = [{ ...NOTATION, value: utf8(NOTATION.value), humanReadable: true, critical: true }];
  return openpgp.sign({ message: await openpgp.createMessage({ binary: bytes }), signingKeys: parties.asking.member, signatureNotations, date: ROUND_AT, format: 'binary' });
}
const literal = async (bytes: Uint8Array) => (await openpgp.createMessage({ binary: bytes })).write() as Uint8Array;

describe('the wrapper', () => {
  it('releases what one known person signed, unchanged to the byte', async () => {
    const sealed = await encryptTo(TEXT, toAsked(), parties.asking.member, NOTATION, ROUND_AT);
    expect(await decryptWith(sealed, [parties.asked.copy], signers(), NOTATION, LATER)).toEqual({ ok: true, plaintext: TEXT, signer: fingerprintOf(parties.asking.member), created: ROUND_AT });
  });

  it.each([
    ['nothing that is unsigned', async () => encryptPackets(await literal(TEXT)), 'not-authentic'],
    ['nothing with a second text before the signed one', async () => encryptPackets(await literal(utf8('injected')), await signedPackets(TEXT)), 'not-authentic'],
    ['nothing with a second text behind the signed one', async () => encryptPackets(await signedPackets(TEXT), await literal(utf8('injected'))), 'not-authentic'],
    ['nothing with two signed texts', async () => encryptPackets(await signedPackets(TEXT), await signedPackets(utf8('injected'))), 'not-authentic'],
  ] as const)('releases %s', async (_name, make, code) => {
    expect(await decryptWith(await make(), [parties.asked.copy], signers(), NOTATION, LATER)).toEqual({ ok: false, code });
  });

  it('releases nothing by somebody else, with another notation, from the future, or for another reader', async () => {
    const sealed = await encryptTo(TEXT, toAsked(), parties.asking.member, NOTATION, ROUND_AT);
    const { asked, other } = parties;
    expect(await decryptWith(sealed, [asked.copy], [other.member.toPublic()], NOTATION, LATER)).toEqual({ ok: false, code: 'not-authentic' });
    expect(await decryptWith(sealed, [asked.copy], signers(), { ...NOTATION, value: 'other' }, LATER)).toEqual({ ok: false, code: 'wrong-notation' });
    expect(await decryptWith(sealed, [asked.copy], signers(), { ...NOTATION, name: NOTATIONS.document }, LATER)).toEqual({ ok: false, code: 'wrong-notation' });
    expect(await decryptWith(sealed, [asked.copy], signers(), NOTATION, new Date(ROUND_AT.getTime() - 1000))).toEqual({ ok: false, code: 'not-authentic' });
    expect(await decryptWith(sealed, [other.copy], signers(), NOTATION, LATER)).toEqual({ ok: false, code: 'no-key' });
    expect(await decryptWith(utf8('no packets'), [asked.copy], signers(), NOTATION, LATER)).toEqual({ ok: false, code: 'unreadable' });
  });

  it('encrypts to the epoch named and to no other, and not at all to one that has ended', async () => {
    const { asked, asking } = parties;
    const twoEpochs = await asked.primary.addSubkey({ type: 'ecc', curve: 'curve25519Legacy', date: ROUND_AT, config: OPTIONS });
    const older = await encryptTo(TEXT, [{ key: twoEpochs.toPublic(), epoch: asked.epoch }], asking.member, NOTATION, LATER);
    expect(await decryptWith(older, [asked.copy], signers(), NOTATION, LATER)).toMatchObject({ ok: true });
    await expect(encryptTo(TEXT, [{ key: asked.team, epoch: subkeyOf(asking.team) }], asking.member, NOTATION, LATER)).rejects.toThrow(RangeError);
    const afterItsEnd = new Date(KEYS_AT.getTime() + 36 * 86_400_000);
    await expect(encryptTo(TEXT, toAsked(), asking.member, NOTATION, afterItsEnd)).rejects.toThrow();
  });

  it('verifies a detached signature by a key that was valid when it was made', async () => {
    const { asking, other } = parties;
    const notation: Notation = { name: NOTATIONS.document, value: 'digest' };
    const signature = await signDetached(TEXT, asking.member, notation, ROUND_AT);
    expect(await verifyDetached(TEXT, signature, signers(), notation)).toEqual({ ok: true, signer: fingerprintOf(asking.member), created: ROUND_AT });
    expect(await verifyDetached(utf8('else'), signature, signers(), notation)).toEqual({ ok: false, code: 'bad-signature' });
    expect(await verifyDetached(TEXT, signature, [other.member.toPublic()], notation)).toEqual({ ok: false, code: 'unknown-signer' });
    expect(await verifyDetached(TEXT, signature, signers(), { ...notation, value: 'else' })).toEqual({ ok: false, code: 'wrong-notation' });
    const shortLived = await makePersonalKey({ member: 'm-9', agency: 'csc-north', at: KEYS_AT, days: 1 });
    await expect(signDetached(TEXT, shortLived, notation, ROUND_AT)).rejects.toThrow();
  });

  it('takes private keys where private ones belong and public ones where public ones do', async () => {
    await expect(readPublicKey(parties.asking.member.write())).rejects.toThrow(TypeError);
    await expect(readPrivateKey(parties.asking.team.write())).rejects.toThrow();
    expect(fingerprintOf(await readPublicKey(parties.asking.team.write()))).toBe(fingerprintOf(parties.asking.team));
  });
});
