import { beforeAll, describe, expect, it } from 'vitest';
import { fromBase64Url, toBase64Url, type PartnershipAgency, type PartnershipFile, type SignedDocument } from '@lateral/contracts';
import { fingerprintOf, type PrivateKey, type PublicKey } from '../openpgp.js';
import { certifyAgency } from './certify-agency.js';
import { makeAgencyKey, makeRootKey } from './make-keys.js';
import { publicKeyText } from './public-key.js';
import { withRevocation } from './revoke-key.js';
import { following, signAgencyStatements, signPartnership } from './sign-directory.js';
import { verifyAgencyStatement, verifyPartnership } from './verify-directory.js';

const AT = new Date('2026-11-03T10:20:00.250Z');
const day = (days: number): Date => new Date(AT.getTime() + days * 86_400_000);
const LOG = 'lateral.example/ledger+841feabf+AWkn87nb4AI+D7xIBKQ5yob0GvTnXO6w7R1oqmSc8lZH';

describe('the directory', () => {
  let root: PrivateKey;
  let police: PrivateKey;
  let entry: PartnershipAgency;
  let signed: SignedDocument<PartnershipFile>;
  beforeAll(async () => {
    root = await makeRootKey({ name: 'Lateral test partnership root', at: AT });
    police = await makeAgencyKey({ agency: 'county-police', at: AT });
    entry = listed(await certifyAgency(police.toPublic(), root, { agency: 'county-police', at: AT }));
    signed = await signPartnership(file([entry]), root);
  });
  const listed = (key: PublicKey): PartnershipAgency => ({ id: 'county-police', type: 'POLICE', nation: 'E', name: { en: 'Police', cy: 'Heddlu' }, primary: fingerprintOf(key), key: publicKeyText(key), publicAuthority: true, competentAuthority: false, commissionedProvider: false, witnesses: [], rosterFrom: null });
  const file = (agencies: PartnershipAgency[]): PartnershipFile => ({
    v: 1, type: 'partnership', partnership: 'test', ...following(null), issued: AT.toISOString(), expires: day(365).toISOString(), root: fingerprintOf(root), nextRoot: null, rootKey: publicKeyText(root), agencies, log: LOG, keyLog: LOG, mode: 'test',
  });
  const pinned = (now = day(1)): { rootFingerprint: string; now: Date } => ({ rootFingerprint: fingerprintOf(root), now });

  it('survives the network: what was signed verifies after JSON', async () => {
    const read = await verifyPartnership(JSON.parse(JSON.stringify(signed)) as typeof signed, pinned());
    expect(read.ok && [...read.partnership.agencies.values()].map(({ primary }) => primary)).toEqual([fingerprintOf(police)]);
    expect(read.ok && read.partnership.document).toEqual(signed.document);
  });

  it('refuses whatever does not have its shape, and never throws at it', async () => {
    const { document } = signed;
    const odd: unknown[] = [null, [], 'x', {}, { ...document, v: 2 }, { ...document, extra: 1 }, { ...document, version: 0 }, { ...document, version: 1.5 }, { ...document, version: 2 }, { ...document, agencies: [entry, entry] },
      { ...document, agencies: [{ ...entry, primary: entry.primary.slice(-16) }] }, { ...document, issued: '2026-11-03' }, { ...document, nextRoot: document.root }, { ...document, nextRoot: 'next' }, { ...document, agencies: [{ ...entry, rosterFrom: { version: 1 } }] }, { ...document, expires: document.issued }];
    for (const value of odd) expect(await verifyPartnership({ ...signed, document: value as PartnershipFile }, pinned())).toEqual({ ok: false, code: 'malformed' });
    for (const signatures of [[], ['!'], [''], [7], 'x', null, Array<string>(9).fill(signed.signatures[0]!)]) {
      expect(await verifyPartnership({ ...signed, signatures: signatures as string[] }, pinned())).toEqual({ ok: false, code: 'bad-signature' });
    }
    expect((await verifyPartnership({ ...signed, signatures: ['AAAA', signed.signatures[0]!] }, pinned())).ok).toBe(true);
  });

  it('refuses one changed letter anywhere, and one changed bit of the signature', async () => {
    const changes: Partial<PartnershipFile>[] = [{ partnership: 'tesu' }, { mode: 'production' }, { log: `${LOG}A` }, { expires: day(364).toISOString() }, { agencies: [] }, { agencies: [{ ...entry, name: { en: 'Polics', cy: 'Heddlu' } }] }, { agencies: [{ ...entry, witnesses: ['w'] }] }];
    for (const change of changes) expect(await verifyPartnership({ ...signed, document: { ...signed.document, ...change } }, pinned())).toEqual({ ok: false, code: 'bad-signature' });
    const bytes = fromBase64Url(signed.signatures[0]!);
    bytes[bytes.length - 1]! ^= 1;
    expect(await verifyPartnership({ ...signed, signatures: [toBase64Url(bytes)] }, pinned())).toEqual({ ok: false, code: 'bad-signature' });
  });

  it('keeps kinds apart: no signature of one document stands under another', async () => {
    const [statement] = await signAgencyStatements(signed.document, root);
    expect(await verifyAgencyStatement(statement!, pinned())).toMatchObject({ ok: true, agency: { id: 'county-police' } });
    expect(await verifyAgencyStatement({ ...statement!, signatures: signed.signatures }, pinned())).toEqual({ ok: false, code: 'bad-signature' });
    expect(await verifyPartnership({ ...signed, signatures: statement!.signatures }, pinned())).toEqual({ ok: false, code: 'bad-signature' });
    expect(await verifyAgencyStatement(statement!, pinned(day(366)))).toEqual({ ok: false, code: 'expired' });
    expect(await verifyAgencyStatement(statement!, { ...pinned(), highestSeen: { version: 2 } })).toEqual({ ok: false, code: 'rolled-back' });
    expect(await verifyAgencyStatement({ ...statement!, document: { ...statement!.document, agency: { ...entry, id: 'mid-trust' } } }, pinned())).toEqual({ ok: false, code: 'bad-signature' });
  });

  it('refuses a revoked agency, and a root that would sign for one', async () => {
    const certified = await certifyAgency(await withRevocation(police, { reason: 'compromised', at: day(2) }), root, { agency: 'county-police', at: AT });
    await expect(signPartnership(file([listed(certified)]), root)).rejects.toThrow('revoked county-police');
    const revokedRoot = await withRevocation(root, { reason: 'compromised', at: day(2) });
    const served = { ...signed, document: { ...signed.document, rootKey: publicKeyText(revokedRoot) } };
    expect((await verifyPartnership(served, pinned())).ok).toBe(false);
  });

  it('refuses a list whose root is named otherwise than its key', async () => {
    await expect(signPartnership({ ...signed.document, root: fingerprintOf(police) }, root)).rejects.toThrow('unpinned-root');
    await expect(signPartnership({ ...signed.document, rootKey: publicKeyText(police) }, root)).rejects.toThrow('unpinned-root');
  });
});
