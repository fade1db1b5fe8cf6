import { beforeAll, describe, expect, it } from 'vitest';
import { digestOf, type PartnershipAgency, type PartnershipFile, type SignedDocument } from '@lateral/contracts';
import { fingerprintOf, type PrivateKey } from '../openpgp.js';
import { certifyAgency } from './certify-agency.js';
import { makeAgencyKey, makeRootKey } from './make-keys.js';
import { publicKeyText } from './public-key.js';
import { withRevocation } from './revoke-key.js';
import { following, signPartnership } from './sign-directory.js';
import { verifyPartnershipChain } from './verify-partnership-chain.js';

const AT = new Date('2026-11-03T10:20:00.000Z');
const day = (days: number): Date => new Date(AT.getTime() + days * 86_400_000);
const LOG = 'lateral.example/ledger+841feabf+AWkn87nb4AI+D7xIBKQ5yob0GvTnXO6w7R1oqmSc8lZH';

describe('a partnership whose root is replaced', () => {
  let [one, two, three, police]: PrivateKey[] = [];
  let [before, announcing, moved]: SignedDocument<PartnershipFile>[] = [];
  beforeAll(async () => {
    [one, two, three] = await Promise.all([1, 2, 3].map((n) => makeRootKey({ name: `root ${n}`, at: AT })));
    police = await makeAgencyKey({ agency: 'county-police', at: AT });
    before = await file(one!, null, { at: AT });
    announcing = await file(one!, before.document, { at: day(10), nextRoot: two! });
    moved = await file(two!, announcing.document, { at: day(20) });
  });
  async function file(root: PrivateKey, previous: PartnershipFile | null, { at, nextRoot }: { at: Date; nextRoot?: PrivateKey }): Promise<SignedDocument<PartnershipFile>> {
    const certified = await certifyAgency(police!.toPublic(), root, { agency: 'county-police', at });
    const agency: PartnershipAgency = { id: 'county-police', type: 'POLICE', nation: 'E', name: { en: 'Police', cy: 'Heddlu' }, primary: fingerprintOf(certified), key: publicKeyText(certified), publicAuthority: true, competentAuthority: true, commissionedProvider: false, witnesses: [], rosterFrom: null };
    return signPartnership({
      v: 1, type: 'partnership', partnership: 'test', ...following(previous), issued: at.toISOString(), expires: new Date(at.getTime() + 365 * 86_400_000).toISOString(),
      root: fingerprintOf(root), nextRoot: nextRoot === undefined ? null : fingerprintOf(nextRoot), rootKey: publicKeyText(root), agencies: [agency], log: LOG, keyLog: LOG, mode: 'test',
    }, root);
  }
  const pin = (root: PrivateKey): { rootFingerprint: string; now: Date } => ({ rootFingerprint: fingerprintOf(root), now: day(21) });
  const outcome = async (files: (SignedDocument<PartnershipFile> | undefined)[], options: Parameters<typeof verifyPartnershipChain>[1]): Promise<string> => {
    const read = await verifyPartnershipChain(files.map((each) => each!), options);
    return read.ok ? `${read.partnership.document.version} ${read.rootFingerprint === fingerprintOf(read.partnership.root)}` : read.code;
  };

  it('is followed by a reader who pins the old root, through the file that announced the new one', async () => {
    expect(await outcome([announcing, moved], pin(one!))).toBe('3 true');
    expect(await outcome([moved, before, announcing], pin(one!))).toBe('3 true');
    expect(await outcome([moved], pin(two!))).toBe('3 true');
    expect(await outcome([announcing], pin(one!))).toBe('2 true');
    // The announcing file has run out by now; it counts as of the day its follower was issued.
    expect(await outcome([announcing, moved], { ...pin(one!), now: day(384) })).toBe('3 true');
  });

  it('and through two changes, each announced', async () => {
    const again = await file(two!, moved!.document, { at: day(30), nextRoot: three! });
    const last = await file(three!, again.document, { at: day(40) });
    expect(await outcome([announcing, moved, again, last], { ...pin(one!), now: day(41) })).toBe('5 true');
    expect(await outcome([moved, again, last], { ...pin(one!), now: day(41) })).toBe('unpinned-root');
    expect(await outcome([again, last], { ...pin(two!), now: day(41) })).toBe('5 true');
  });

  it('is not obeyed without the announcement, or with one that names somebody else or was not the last', async () => {
    expect(await outcome([moved], pin(one!))).toBe('unpinned-root');
    expect(await outcome([before, moved], pin(one!))).toBe('root-not-announced');
    const toThree = await file(one!, before!.document, { at: day(10), nextRoot: three! });
    expect(await outcome([toThree, moved], pin(one!))).toBe('root-not-announced');
    const later = await file(one!, announcing!.document, { at: day(15) });
    expect(await outcome([announcing, later, await file(two!, later.document, { at: day(20) })], pin(one!))).toBe('root-not-announced');
    expect(await outcome([announcing, moved, await file(one!, moved!.document, { at: day(21) })], pin(one!))).toBe('root-not-announced');
    expect(await outcome([], pin(one!))).toBe('malformed');
    expect(await outcome([null as unknown as SignedDocument<PartnershipFile>].map(() => ({ document: null as unknown as PartnershipFile, signatures: [] })), pin(one!))).toBe('malformed');
  });

  it('keeps to what was seen before', async () => {
    const highestSeen = { version: 3, digest: digestOf('partnership', moved!.document) };
    expect(await outcome([announcing, moved], { ...pin(one!), highestSeen })).toBe('3 true');
    expect(await outcome([announcing], { ...pin(one!), highestSeen })).toBe('rolled-back');
    expect(await outcome([announcing, await file(two!, announcing!.document, { at: day(20.5) })], { ...pin(one!), highestSeen })).toBe('rolled-back');
  });

  it('still moves from a root that was retired afterwards, and never from one that was compromised', async () => {
    const retired = publicKeyText(await withRevocation(one!, { reason: 'retired', at: day(25) }));
    const compromised = publicKeyText(await withRevocation(one!, { reason: 'compromised', at: day(25) }));
    expect(await outcome([announcing, moved], { ...pin(one!), now: day(30), revocations: [retired] })).toBe('3 true');
    expect(await outcome([announcing], { ...pin(one!), now: day(30), revocations: [retired] })).toBe('root-revoked');
    expect(await outcome([announcing, moved], { ...pin(one!), now: day(30), revocations: [compromised] })).toBe('root-revoked');
    // Whoever has the new root on paper goes on.
    expect(await outcome([moved], { ...pin(two!), now: day(30), revocations: [compromised, 'rubbish'] })).toBe('3 true');
  });

  it('replaces the key of an agency that lost it, and the old one is nobody\'s from then on', async () => {
    await expect((async () => {
      const broken = await withRevocation(police!, { reason: 'compromised', at: day(22) });
      const certified = await certifyAgency(broken, two!, { agency: 'county-police', at: day(22) });
      const entry = moved!.document.agencies[0]!;
      return signPartnership({ ...moved!.document, ...following(moved!.document), issued: day(22).toISOString(), agencies: [{ ...entry, key: publicKeyText(certified) }] }, two!);
    })()).rejects.toThrow('revoked county-police');
    const fresh = await makeAgencyKey({ agency: 'county-police', at: day(22) });
    const certified = await certifyAgency(fresh.toPublic(), two!, { agency: 'county-police', at: day(22) });
    const entry = { ...moved!.document.agencies[0]!, primary: fingerprintOf(fresh), key: publicKeyText(certified) };
    const next = await signPartnership({ ...moved!.document, ...following(moved!.document), issued: day(22).toISOString(), expires: day(380).toISOString(), agencies: [entry] }, two!);
    const read = await verifyPartnershipChain([announcing!, moved!, next], { ...pin(one!), now: day(23) });
    expect(read.ok && read.partnership.agencies.get('county-police')!.primary).toBe(fingerprintOf(fresh));
  });
});
