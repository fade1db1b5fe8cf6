import { describe, expect, it } from 'vitest';
import type { PrivateKey } from '../openpgp.js';
import { certifyAgency } from './certify-agency.js';
import { AGENCY_NOTATION, checkCertification } from './check-certification.js';
import { addEpoch, makeAgencyKey, makeRootKey } from './make-keys.js';
import { publicKeyFrom, publicKeyText } from './public-key.js';
import { withRevocation } from './revoke-key.js';

const AT = new Date('2026-11-03T10:20:00.000Z');
const day = (days: number): Date => new Date(AT.getTime() + days * 86_400_000);
const agency = 'county-police';

async function keys(): Promise<{ root: PrivateKey; police: PrivateKey }> {
  return { root: await makeRootKey({ name: 'Lateral test partnership root', at: AT }), police: await makeAgencyKey({ agency, at: AT }) };
}

describe('certification by the root', () => {
  it('holds from when it was made until it lapses, in the agency\'s name, and survives being written', async () => {
    const { root, police } = await keys();
    const certified = await publicKeyFrom(publicKeyText(await certifyAgency(police.toPublic(), root, { agency, days: 90, at: day(1) })));
    const holds = (at: Date, id = agency): Promise<boolean> => checkCertification(certified!, root.toPublic(), { agency: id, at });
    expect([await holds(AT), await holds(day(1)), await holds(day(90)), await holds(day(91))]).toEqual([false, true, true, false]);
    expect(await holds(day(2), 'mid-trust')).toBe(false);
    const notation = certified!.users[0]!.otherCertifications[0]!.rawNotations.find(({ name }) => name === AGENCY_NOTATION);
    expect(new TextDecoder().decode(notation!.value)).toBe(agency);
  });

  it('is renewed in place, so that the lapsed one does not spoil the new one', async () => {
    const { root, police } = await keys();
    const first = await certifyAgency(police.toPublic(), root, { agency, days: 90, at: AT });
    const renewed = await certifyAgency(first, root, { agency, days: 90, at: day(80) });
    expect(renewed.users[0]!.otherCertifications).toHaveLength(1);
    expect(await checkCertification(renewed, root.toPublic(), { agency, at: day(120) })).toBe(true);
    // Both on one key: some entry is good, but one by the root is bad.
    renewed.users[0]!.otherCertifications.push(first.users[0]!.otherCertifications[0]!);
    expect(await checkCertification(renewed, root.toPublic(), { agency, at: day(85) })).toBe(true);
    expect(await checkCertification(renewed, root.toPublic(), { agency, at: day(120) })).toBe(false);
  });

  it('goes on holding when the agency adds an epoch, and ends when the root is known to be compromised', async () => {
    const { root, police } = await keys();
    const certified = await certifyAgency((await addEpoch(police, { at: day(30) })).toPublic(), root, { agency, at: day(30) });
    expect(await checkCertification(certified, root.toPublic(), { agency, at: day(31) })).toBe(true);
    const stolen = await withRevocation(root, { reason: 'compromised', at: day(40) });
    expect(await checkCertification(certified, stolen, { agency, at: day(31) })).toBe(false);
  });

  it('is not given for two user ids on one key', async () => {
    const { root, police } = await keys();
    police.users.push(police.users[0]!.clone());
    await expect(certifyAgency(police.toPublic(), root, { agency, at: AT })).rejects.toThrow('one user id');
  });
});
