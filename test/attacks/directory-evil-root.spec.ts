import { describe, expect, it } from 'vitest';
import { certifyAgency, checkCertification, verifyAgencyStatement, signAgencyStatements, verifyPartnership } from '@lateral/envelope/keys';
import { AT, days, makeDirectory } from './support/directory.js';

describe('attack: another root with the same user id', () => {
  it('signs a whole partnership of its own, which the pin refuses', async () => {
    const { rootFingerprint } = await makeDirectory();
    const evil = await makeDirectory();
    expect(await verifyPartnership(evil.signed, { rootFingerprint, now: days(1) })).toEqual({ ok: false, code: 'unpinned-root' });
    for (const statement of await signAgencyStatements(evil.signed.document, evil.rootKey)) {
      expect(await verifyAgencyStatement(statement, { rootFingerprint, now: days(1) })).toEqual({ ok: false, code: 'unpinned-root' });
    }
  });

  it('claims the pinned fingerprint with its own key, or puts its signature on the real list', async () => {
    const { rootFingerprint, signed } = await makeDirectory();
    const evil = await makeDirectory();
    const claiming = { ...evil.signed, document: { ...evil.signed.document, root: rootFingerprint } };
    expect(await verifyPartnership(claiming, { rootFingerprint, now: days(1) })).toEqual({ ok: false, code: 'unpinned-root' });
    const carrying = { ...evil.signed, document: { ...evil.signed.document, root: rootFingerprint, rootKey: signed.document.rootKey } };
    expect(await verifyPartnership(carrying, { rootFingerprint, now: days(1) })).toEqual({ ok: false, code: 'bad-signature' });
    expect(await verifyPartnership({ document: signed.document, signatures: evil.signed.signatures }, { rootFingerprint, now: days(1) })).toEqual({ ok: false, code: 'bad-signature' });
  });

  it('certifies an agency key, which counts for nothing', async () => {
    const { rootKey, police } = await makeDirectory();
    const evil = await makeDirectory();
    const certified = await certifyAgency(police.toPublic(), evil.rootKey, { agency: 'county-police', at: AT });
    expect(await checkCertification(certified, evil.rootKey.toPublic(), { agency: 'county-police', at: days(1) })).toBe(true);
    expect(await checkCertification(certified, rootKey.toPublic(), { agency: 'county-police', at: days(1) })).toBe(false);
  });
});
