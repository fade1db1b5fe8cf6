import { describe, expect, it } from 'vitest';
import { utf8 } from '@lateral/contracts';
import { NOTATIONS, decryptWith, encryptTo, fingerprintOf, readPrivateKey, readPublicKey, signDetached } from '../openpgp.js';
import { certifyAgency } from './certify-agency.js';
import { addEpoch, makeAgencyKey, makeOfficerKey, makePersonalKey, makeRootKey, memberCopy, replaceEpochs } from './make-keys.js';
import { encryptionEpoch } from './public-key.js';
import { epochChanges, teamEpochs } from './team-key.js';

const AT = new Date('2026-11-03T10:20:00.500Z');
const day = (days: number): Date => new Date(AT.getTime() + days * 86_400_000);
const notation = { name: NOTATIONS.document, value: 'x' } as const;

describe('keys', () => {
  it('makes a root that nobody can encrypt to', async () => {
    const root = await makeRootKey({ name: 'Lateral demo partnership root', at: AT });
    expect(root.subkeys).toHaveLength(0);
    expect(await encryptionEpoch(root.toPublic(), AT)).toBeNull();
    expect(root.getUserIDs()).toEqual(['Lateral demo partnership root']);
    expect(root.getCreationTime()).toEqual(new Date('2026-11-03T10:20:00.000Z'));
  });

  it('makes version 4 keys of the one suite that advertise AEAD', async () => {
    for (const key of [await makeAgencyKey({ agency: 'west-police', at: AT }), await makePersonalKey({ member: 'u-1', agency: 'west-police', at: AT }), await makeOfficerKey({ member: 'u-2', agency: 'west-police', at: AT })]) {
      expect(key.keyPacket.version).toBe(4);
      expect(key.getAlgorithmInfo()).toEqual({ algorithm: 'eddsaLegacy', curve: 'ed25519Legacy' });
      expect(key.subkeys.map((subkey) => subkey.getAlgorithmInfo())).toEqual([{ algorithm: 'ecdh', curve: 'curve25519Legacy' }]);
      // Bit 3 of the features octet is SEIPD version 2.
      expect(key.users[0]!.selfCertifications[0]!.features![0]! & 8).toBe(8);
    }
  });

  it('uses the newest epoch, keeps the older ones, and has none when all have lapsed', async () => {
    const first = await makeAgencyKey({ agency: 'west-police', at: AT });
    const second = await addEpoch(first, { at: day(30) });
    const [epoch0, epoch1] = second.subkeys.map(fingerprintOf);
    expect(await encryptionEpoch(second.toPublic(), day(1))).toBe(epoch0);
    expect(await encryptionEpoch(second.toPublic(), day(30))).toBe(epoch1);
    expect(await encryptionEpoch(second.toPublic(), day(66))).toBeNull();
    expect(fingerprintOf(second)).toBe(fingerprintOf(first));
  });

  it('gives members a copy that reads every epoch, lapsed ones too, and can do nothing else', async () => {
    const agency = await addEpoch(await makeAgencyKey({ agency: 'west-police', at: AT }), { at: day(30) });
    const sender = await makePersonalKey({ member: 'u-1', agency: 'east-police', at: AT });
    const copy = await memberCopy(agency);
    for (const subkey of agency.subkeys) {
      const at = subkey === agency.subkeys[0] ? AT : day(30);
      const ciphertext = await encryptTo(utf8('held'), [{ key: agency.toPublic(), epoch: fingerprintOf(subkey) }], sender, notation, at);
      const opened = await decryptWith(ciphertext, [copy], [sender.toPublic()], notation, day(200));
      expect(opened.ok && new TextDecoder().decode(opened.plaintext)).toBe('held');
    }
    const root = await makeRootKey({ name: 'r', at: AT });
    await expect(signDetached(utf8('roster'), copy, notation, AT)).rejects.toThrow('gnu-dummy');
    await expect(certifyAgency(root.toPublic(), copy, { agency: 'x', at: AT })).rejects.toThrow('cannot certify');
    await expect(addEpoch(copy, { at: AT })).rejects.toThrow('gnu-dummy');
    // The key it was made from is untouched, and the bytes of the copy do not hold the primary's secret.
    await expect(signDetached(utf8('roster'), agency, notation, AT)).resolves.toBeInstanceOf(Uint8Array);
    await expect(signDetached(utf8('roster'), await readPrivateKey(copy.write()), notation, AT)).rejects.toThrow('gnu-dummy');
  });

  it('retires the epochs that a leaver holds: nobody seals to them, and what was sealed before stays readable', async () => {
    const first = await makeAgencyKey({ agency: 'west-police', at: AT });
    const sender = await makePersonalKey({ member: 'u-1', agency: 'east-police', at: AT });
    const before = await encryptTo(utf8('held'), [{ key: first.toPublic(), epoch: fingerprintOf(first.subkeys[0]!) }], sender, notation, AT);
    const replaced = await replaceEpochs(await addEpoch(first, { at: day(1) }), { at: day(2) });
    const published = replaced.toPublic();
    const [, , newest] = replaced.subkeys.map(fingerprintOf);
    expect(await teamEpochs(published, day(3))).toEqual([newest]);
    // Parsed afresh: the library remembers of a subkey that it was once found revoked.
    expect(await teamEpochs(await readPublicKey(published.write()), day(1.5))).toHaveLength(2);
    expect(await encryptionEpoch(published, day(3))).toBe(newest);
    expect(new Set(await epochChanges(published))).toEqual(new Set([0, 1, 2, 35, 36, 37, 730].map((at) => Math.floor(day(at).getTime() / 1000) * 1000)));
    const opened = await decryptWith(before, [await memberCopy(replaced)], [sender.toPublic()], notation, day(3));
    expect(opened.ok && new TextDecoder().decode(opened.plaintext)).toBe('held');
    await expect(replaceEpochs(await memberCopy(first), { at: day(1) })).rejects.toThrow('gnu-dummy');
  });

  it('leaves an epoch unreadable once its secret is out of the copy', async () => {
    const agency = await addEpoch(await makeAgencyKey({ agency: 'west-police', at: AT }), { at: day(30) });
    const sender = await makePersonalKey({ member: 'u-1', agency: 'east-police', at: AT });
    const ciphertext = await encryptTo(utf8('held'), [{ key: agency.toPublic(), epoch: fingerprintOf(agency.subkeys[0]!) }], sender, notation, AT);
    const shredded = await memberCopy(agency);
    shredded.subkeys.splice(0, 1);
    expect(await decryptWith(ciphertext, [await readPrivateKey(shredded.write())], [sender.toPublic()], notation, AT)).toEqual({ ok: false, code: 'no-key' });
  });
});
