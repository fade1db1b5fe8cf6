import { describe, expect, it } from 'vitest';
import { checkCertification, fingerprintOf, makeAgencyKey, publicKeyText, signPartnership, verifyPartnership } from '@lateral/envelope/keys';
import { AT, days, makeDirectory, partnershipFile } from './support/directory.js';

describe('attack: the hub serves a key with the right user id that the root never certified', () => {
  it('is refused in place of the real key, whether or not the fingerprint is changed with it', async () => {
    const { signed, rootFingerprint } = await makeDirectory();
    const impostor = await makeAgencyKey({ agency: 'county-police', at: AT });
    for (const primary of [signed.document.agencies[0]!.primary, fingerprintOf(impostor)]) {
      const served = structuredClone(signed);
      Object.assign(served.document.agencies[0]!, { key: publicKeyText(impostor), primary });
      expect(await verifyPartnership(served, { rootFingerprint, now: days(1) })).toEqual({ ok: false, code: 'bad-signature' });
    }
  });

  it('is not certified by the root, and the root cannot be brought to sign a list that says so', async () => {
    const { signed, rootKey } = await makeDirectory();
    const impostor = await makeAgencyKey({ agency: 'county-police', at: AT });
    expect(await checkCertification(impostor.toPublic(), rootKey.toPublic(), { agency: 'county-police', at: days(1) })).toBe(false);
    const agencies = [{ ...signed.document.agencies[0]!, key: publicKeyText(impostor), primary: fingerprintOf(impostor) }];
    await expect(signPartnership(partnershipFile(rootKey, agencies), rootKey)).rejects.toThrow('uncertified-agency county-police');
  });

  it('is refused under the fingerprint of the certified key, and a certified key under another agency', async () => {
    const { signed, rootKey } = await makeDirectory();
    const [police, trust] = signed.document.agencies;
    const impostor = await makeAgencyKey({ agency: 'county-police', at: AT });
    await expect(signPartnership(partnershipFile(rootKey, [{ ...police!, key: publicKeyText(impostor) }]), rootKey)).rejects.toThrow('uncertified-agency');
    await expect(signPartnership(partnershipFile(rootKey, [{ ...police!, primary: fingerprintOf(impostor) }]), rootKey)).rejects.toThrow('uncertified-agency');
    await expect(signPartnership(partnershipFile(rootKey, [{ ...police!, key: trust!.key, primary: trust!.primary }]), rootKey)).rejects.toThrow('uncertified-agency');
  });
});
