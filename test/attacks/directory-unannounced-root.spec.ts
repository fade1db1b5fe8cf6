import { describe, expect, it } from 'vitest';
import { fingerprintOf, following, makeRootKey, publicKeyText, signPartnership, verifyPartnershipChain, withRevocation } from '@lateral/envelope/keys';
import { AT, days, listedAgency, makeDirectory, partnershipFile } from './support/directory.js';

describe('attack: another root says that it follows the pinned one', () => {
  it('and names the real file as the one before, which is not enough', async () => {
    const { police, rootFingerprint, signed } = await makeDirectory();
    const evil = await makeRootKey({ name: 'Lateral test partnership root', at: AT });
    const theirs = await signPartnership(partnershipFile(evil, [await listedAgency('county-police', 'POLICE', police, evil, days(1))], signed.document, days(1)), evil);
    const pin = { rootFingerprint, now: days(2) };
    expect(await verifyPartnershipChain([signed, theirs], pin)).toEqual({ ok: false, code: 'root-not-announced' });
    expect(await verifyPartnershipChain([theirs], pin)).toEqual({ ok: false, code: 'unpinned-root' });
    // Announcing itself, in a copy of the real file or in one of its own.
    const announced = { ...signed, document: { ...signed.document, nextRoot: fingerprintOf(evil) } };
    expect(await verifyPartnershipChain([announced, theirs], pin)).toMatchObject({ ok: false });
    const itself = await signPartnership({ ...partnershipFile(evil, [], null, AT), nextRoot: rootFingerprint }, evil);
    expect(await verifyPartnershipChain([itself, theirs], pin)).toEqual({ ok: false, code: 'unpinned-root' });
  });

  it('or a root that was found compromised announces a follower, dated before it was found', async () => {
    const { police, rootKey, rootFingerprint, signed } = await makeDirectory();
    const evil = await makeRootKey({ name: 'thief', at: AT });
    const announcing = await signPartnership({ ...signed.document, ...following(signed.document), nextRoot: fingerprintOf(evil) }, rootKey);
    const theirs = await signPartnership(partnershipFile(evil, [await listedAgency('county-police', 'POLICE', police, evil, days(1))], announcing.document, days(1)), evil);
    expect((await verifyPartnershipChain([announcing, theirs], { rootFingerprint, now: days(3) })).ok).toBe(true);
    const revocations = [publicKeyText(await withRevocation(rootKey, { reason: 'compromised', at: days(2) }))];
    expect(await verifyPartnershipChain([announcing, theirs], { rootFingerprint, now: days(3), revocations })).toEqual({ ok: false, code: 'root-revoked' });
  });
});
