// A hub has another partnership's root in front of the page: nobody announced it, or somebody who has no say any more.
import { beforeAll, expect, it } from 'vitest';
import { fingerprintOf, following, makeRootKey, publicKeyText, signPartnership, type PrivateKey, type VersionMarks } from '@lateral/envelope/keys';
import type { PartnershipFile, Roster, SignedDocument } from '@lateral/contracts';
import type { ShownDirectory } from '../../apps/desk/src/crypto/protocol.js';
import { Vault } from '../../apps/desk/src/crypto/vault.js';
import { AT, days, listedAgency, makeDirectory, partnershipFile, roster, signed, type Directory } from './support/directory.js';

const POLICE = 'county-police';
type File = SignedDocument<PartnershipFile>;
let directory: Directory;
let [next, evil]: PrivateKey[] = [];
let own: SignedDocument<Roster>;
let [announcing, moved, theirs]: File[] = [];
beforeAll(async () => {
  directory = await makeDirectory();
  [next, evil] = await Promise.all(['next', 'evil'].map((name) => makeRootKey({ name, at: AT })));
  own = await signed(directory, roster(directory, []));
  announcing = await announcedBy(directory.signed, days(1), next!);
  moved = await by(next!, announcing, days(2));
  theirs = await by(evil!, announcing, days(2));
});
const announcedBy = (before: File, at: Date, follower: PrivateKey): Promise<File> => signPartnership({ ...before.document, ...following(before.document), issued: at.toISOString(), nextRoot: fingerprintOf(follower) }, directory.rootKey);
const by = async (root: PrivateKey, before: File, at: Date): Promise<File> => signPartnership(partnershipFile(root, [await listedAgency(POLICE, 'POLICE', directory.police, root, at)], before.document, at), root);
const page = (): Vault => new Vault({ now: () => days(3), random: { bytes: () => { throw new Error('nothing is sealed'); } }, onLocked: () => undefined });
const show = (partnership: File, change: Partial<ShownDirectory> = {}, vault = page()): Promise<{ ok: true; marks: VersionMarks } | { ok: false; code: string }> =>
  vault.carryOut('verify-directory', { own: POLICE, partnership, versions: [directory.signed, announcing!], rosters: [[own]], pin: directory.rootFingerprint, marks: null, ...change });
async function followed(): Promise<VersionMarks> {
  const read = await show(moved!);
  if (!read.ok) throw new Error(read.code);
  return read.marks;
}

it('attack: a root that nobody announced is obeyed neither by a new device nor by one that has seen the partnership', async () => {
  expect(await show(theirs!)).toMatchObject({ ok: false, code: 'root-not-announced' });
  const seen = await show(announcing!);
  if (!seen.ok) throw new Error(seen.code);
  expect(await show(theirs!, { marks: seen.marks })).toMatchObject({ ok: false, code: 'root-not-announced' });
  for (const versions of [[], [theirs!], [directory.signed]]) expect((await show(theirs!, { versions })).ok).toBe(false);
  // Nor by way of a copy of the real announcement that names it.
  const copied = { ...announcing!, document: { ...announcing!.document, nextRoot: fingerprintOf(evil!) } };
  expect((await show(theirs!, { versions: [copied] })).ok).toBe(false);
});

it('attack: a root announced itself, by a pin in the page that is not the device\'s', async () => {
  const marks = await followed();
  expect(await show(theirs!, { marks, pin: fingerprintOf(evil!), versions: [theirs!] })).toMatchObject({ ok: false, code: 'rolled-back' });
  const later = await by(evil!, moved!, days(2.5));
  expect(await show(later, { marks, pin: fingerprintOf(evil!), versions: [announcing!, moved!] })).toMatchObject({ ok: false, code: 'root-not-announced' });
});

it('attack: the retired root, out of a drawer, announces another follower to a device that has gone along with the first', async () => {
  const marks = await followed();
  const announcingEvil = await announcedBy(directory.signed, days(1), evil!);
  const forged = await by(evil!, announcingEvil, days(2));
  const newer = await signPartnership({ ...forged.document, ...following(forged.document), issued: days(2.5).toISOString(), rootKey: publicKeyText(evil!) }, evil!);
  const stolen = [directory.signed, announcingEvil, forged];
  expect(await show(newer, { marks, versions: stolen })).toMatchObject({ ok: false, code: 'rolled-back' });
  expect(await show(newer, { marks, versions: stolen.slice(0, 2) })).toMatchObject({ ok: false, code: 'another-root' });
  expect((await show(newer, { marks, versions: [...stolen, announcing!, moved!] })).ok).toBe(false);
});

it('and what was verified before is trusted no longer once such a root was shown', async () => {
  const vault = page();
  expect(await show(moved!, {}, vault)).toMatchObject({ ok: true, marks: { root: fingerprintOf(next!) } });
  await show(theirs!, {}, vault);
  expect(await vault.carryOut('own-roster', null)).toEqual({ ok: false, code: 'no-directory' });
});
