import { describe, expect, it } from 'vitest';
import { certifyAgency, checkCertification, fingerprintOf, makeAgencyKey, publicKeyText, signPartnership } from '@lateral/envelope/keys';
import { AT, days, makeDirectory, partnershipFile } from './support/directory.js';

describe('attack: a key\'s own signature is taken for a certification', () => {
  it('which the library calls valid, and we do not', async () => {
    const { rootKey } = await makeDirectory();
    const own = (await makeAgencyKey({ agency: 'county-police', at: AT })).toPublic();
    // What the library says when asked the easy way, or with the key itself among the verifiers.
    expect((await own.verifyAllUsers(undefined, days(1))).map(({ valid }) => valid)).toEqual([true]);
    expect((await own.verifyAllUsers([own], days(1))).some(({ valid }) => valid === true)).toBe(true);
    expect((await own.verifyAllUsers([], days(1))).map(({ valid }) => valid)).toEqual([null]);
    expect(await checkCertification(own, rootKey.toPublic(), { agency: 'county-police', at: days(1) })).toBe(false);
    expect(await checkCertification(own, own, { agency: 'county-police', at: days(1) })).toBe(false);
  });

  it('not even the root\'s own: the root is not an agency', async () => {
    const { rootKey, signed } = await makeDirectory();
    expect(await checkCertification(rootKey.toPublic(), rootKey.toPublic(), { agency: 'county-police', at: days(1) })).toBe(false);
    await expect(certifyAgency(rootKey.toPublic(), rootKey, { agency: 'county-police', at: AT })).rejects.toThrow('itself');
    const agencies = [{ ...signed.document.agencies[0]!, key: publicKeyText(rootKey), primary: fingerprintOf(rootKey) }];
    await expect(signPartnership(partnershipFile(rootKey, agencies), rootKey)).rejects.toThrow('uncertified-agency');
  });
});
