import { describe, expect, it } from 'vitest';
import { toBase64Url } from '@lateral/contracts';
import { certifyAgency, checkCertification, fingerprintOf, memberAt, publicKeyFrom, publicKeyText, verifyPartnership } from '@lateral/envelope/keys';
import { AT, days, makeDirectory, makeMember, roster, signed, trustedRoster } from './support/directory.js';

describe('attack: a key id is passed off as a fingerprint', () => {
  it('does not find a member, pin a root or stand in a roster', async () => {
    const directory = await makeDirectory();
    const { entry } = await makeMember('u-0000000a', ['responder']);
    const read = await trustedRoster(directory, await signed(directory, roster(directory, [entry])));
    expect(memberAt(read, entry.fingerprint, days(1))?.member).toBe('u-0000000a');
    for (const almost of [entry.fingerprint.slice(-16), entry.fingerprint.toLowerCase(), `${'0'.repeat(24)}${entry.fingerprint.slice(-16)}`]) expect(memberAt(read, almost, days(1))).toBeNull();
    await expect(signed(directory, roster(directory, [{ ...entry, fingerprint: entry.fingerprint.slice(-16) }]))).rejects.toThrow('malformed');
    expect(await verifyPartnership(directory.signed, { rootFingerprint: directory.rootFingerprint.slice(-16), now: days(1) })).toEqual({ ok: false, code: 'unpinned-root' });
  });

  it('does not put one member\'s key under another\'s fingerprint, nor one key in twice', async () => {
    const directory = await makeDirectory();
    const [one, other] = [(await makeMember('u-0000000a', ['responder'])).entry, (await makeMember('u-0000000b', ['approver'])).entry];
    await expect(signed(directory, roster(directory, [{ ...one, key: other.key }]))).rejects.toThrow('malformed');
    await expect(signed(directory, roster(directory, [one, { ...one, member: 'u-0000000b', roles: ['custodian'] }]))).rejects.toThrow('malformed');
    const team = { ...one, key: publicKeyText(directory.police), fingerprint: fingerprintOf(directory.police) };
    await expect(signed(directory, roster(directory, [team]))).rejects.toThrow('malformed');
  });

  it('does not make another root\'s certification count by giving it the real root\'s key id', async () => {
    const { rootKey, police } = await makeDirectory();
    const evil = await makeDirectory();
    const certified = await certifyAgency(police.toPublic(), evil.rootKey, { agency: 'county-police', at: AT });
    const hex = Buffer.from(certified.write()).toString('hex');
    const [theirs, real] = [evil.rootKey.getKeyID().toHex(), rootKey.getKeyID().toHex()];
    expect(hex).toContain(theirs);
    const renamed = await publicKeyFrom(toBase64Url(Buffer.from(hex.replaceAll(theirs, real), 'hex')));
    expect(renamed!.users[0]!.otherCertifications[0]!.issuerKeyID.toHex()).toBe(real);
    expect(await checkCertification(renamed!, rootKey.toPublic(), { agency: 'county-police', at: days(1) })).toBe(false);
    // Beside a good certification it does harm too: one bad entry in the root's name is enough to refuse.
    const good = await certifyAgency(police.toPublic(), rootKey, { agency: 'county-police', at: AT });
    good.users[0]!.otherCertifications.push(renamed!.users[0]!.otherCertifications[0]!);
    expect(good.users[0]!.otherCertifications).toHaveLength(2);
    expect(await checkCertification(good, rootKey.toPublic(), { agency: 'county-police', at: days(1) })).toBe(false);
  });
});
