import { describe, expect, it } from 'vitest';
import { certifyAgency, checkCertification, publicKeyText, signPartnership, verifyPartnership } from '@lateral/envelope/keys';
import { AT, days, makeDirectory, partnershipFile } from './support/directory.js';

describe('attack: an expired partnership file is kept in use', () => {
  it('is refused from the moment it says, and before it was issued', async () => {
    const { signed, rootFingerprint } = await makeDirectory();
    const at = async (now: Date): Promise<string> => {
      const read = await verifyPartnership(signed, { rootFingerprint, now });
      return read.ok ? 'in force' : read.code;
    };
    expect(await at(AT)).toBe('in force');
    expect(await at(new Date(days(365).getTime() - 1))).toBe('in force');
    expect(await at(days(365))).toBe('expired');
    expect(await at(days(-1))).toBe('not-in-force');
    // A clock four minutes behind the root's is a clock, not an attack.
    expect(await at(new Date(AT.getTime() - 240_000))).toBe('in force');
  });

  it('cannot be stretched, nor outlive the certifications in it', async () => {
    const { signed, rootKey, rootFingerprint, police } = await makeDirectory();
    const stretched = { ...signed, document: { ...signed.document, expires: days(390).toISOString() } };
    expect(await verifyPartnership(stretched, { rootFingerprint, now: days(370) })).toEqual({ ok: false, code: 'bad-signature' });
    await expect(signPartnership({ ...signed.document, expires: days(401).toISOString() }, rootKey)).rejects.toThrow('malformed');
    const short = await certifyAgency(police.toPublic(), rootKey, { agency: 'county-police', days: 90, at: AT });
    expect(await checkCertification(short, rootKey.toPublic(), { agency: 'county-police', at: days(89) })).toBe(true);
    expect(await checkCertification(short, rootKey.toPublic(), { agency: 'county-police', at: days(100) })).toBe(false);
    const agencies = [{ ...signed.document.agencies[0]!, key: publicKeyText(short) }];
    await expect(signPartnership(partnershipFile(rootKey, agencies), rootKey)).rejects.toThrow('uncertified-agency');
  });
});
