import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PartnershipAgency, PartnershipFile, SignedDocument } from '@lateral/contracts';
import { certifyAgency, fingerprintOf, makeRootKey, noMarks, publicKeyFrom, publicKeyText, signPartnership, verifyPartnership, verifyPartnershipChain, withPartnership, withRevocation, type PrivateKey } from '@lateral/envelope/keys';
import { SystemRandom } from '@lateral/platform';
import type { Secrets } from '../../../apps/desk/src/crypto/secrets.js';
import { Vault } from '../../../apps/desk/src/crypto/vault.js';
import { DirectoryCheck } from '../../../apps/desk/src/keeper/directory-check.js';
import { Hub } from '../../../apps/desk/src/hub/hub.js';
import { Custodian } from '../../world/custodians.js';
import { hubDoor, type HubDoor } from '../../world/hub-door.js';
import { Operator } from './operator.js';
import { ask, collect, openAs } from './support.js';

const SCHOOL = 'school-north';
type File = SignedDocument<PartnershipFile>;

describe('a partnership whose root is followed by another', () => {
  let door: HubDoor;
  let operator: Operator;
  let oldRoot: PrivateKey;
  let newRoot: PrivateKey;
  let [oldPin, newPin] = ['', ''];
  /** As a client that has been away since the first file finds it. */
  const files = async (from: number): Promise<File[]> => (await door.ask('GET', `/v1/partnership/versions?from=${from}`)).body as File[];
  const now = (): Date => new Date();
  beforeAll(async () => {
    door = await hubDoor();
    operator = await Operator.of(door);
    oldRoot = operator.rootKey;
    newRoot = await makeRootKey({ name: 'Lateral test partnership root 2', at: now() });
    [oldPin, newPin] = [fingerprintOf(oldRoot), fingerprintOf(newRoot)];
  }, 60_000);
  afterAll(() => door.end());

  it('hears of it beforehand, in a file that the old root signs', async () => {
    await operator.bring({ nextRoot: newPin });
    expect(await verifyPartnershipChain(await files(1), { rootFingerprint: oldPin, now: now() })).toMatchObject({ ok: true, rootFingerprint: oldPin, partnership: { document: { version: 2, nextRoot: newPin } } });
  });

  it('has the next file from the new root, which certifies every agency, and a hub that starts under it', async () => {
    const agencies = await Promise.all(operator.file.agencies.map((entry) => certifiedBy(newRoot, entry, now())));
    await operator.bring({ agencies, rootKey: newRoot });
    const { body } = await door.ask('GET', '/v1/partnership');
    expect(await verifyPartnership(body as File, { rootFingerprint: newPin, now: now() })).toMatchObject({ ok: true, partnership: { document: { version: 3, root: newPin, nextRoot: null } } });
    await expect(door.restart({ ROOT_FINGERPRINT: oldPin })).rejects.toThrow();
    await door.restart({ ROOT_FINGERPRINT: newPin });
  });

  it('is followed by a client that pins the old root: by the announcement, and not without it', async () => {
    const all = await files(1);
    expect(all.map(({ document }) => document.version)).toEqual([1, 2, 3]);
    const followed = await verifyPartnershipChain(all, { rootFingerprint: oldPin, now: now() });
    if (!followed.ok) throw new Error(followed.code);
    expect(followed.rootFingerprint).toBe(newPin);
    expect(withPartnership(noMarks(oldPin), followed.partnership)).toMatchObject({ ok: true, marks: { root: newPin, file: { version: 3 } } });

    expect(await verifyPartnershipChain(await files(3), { rootFingerprint: oldPin, now: now() })).toMatchObject({ ok: false, code: 'unpinned-root' });
    expect(await verifyPartnershipChain(all.filter(({ document }) => document.version !== 2), { rootFingerprint: oldPin, now: now() })).toMatchObject({ ok: false });
    expect(await verifyPartnership(all[2]!, { rootFingerprint: oldPin, now: now() })).toEqual({ ok: false, code: 'unpinned-root' });
  });

  it('is not followed to a third root that the hub puts in between, nor when the old root is known to be in other hands', async () => {
    const all = await files(1);
    const [, announcing, newest] = all as [File, File, File];
    const at = new Date(newest.document.issued);
    const third = await makeRootKey({ name: 'Lateral test partnership root 3', at });
    const agencies = await Promise.all(newest.document.agencies.map((entry) => certifiedBy(third, entry, at)));
    const forged = await signPartnership({ ...newest.document, root: fingerprintOf(third), rootKey: publicKeyText(third), agencies }, third);
    expect(await verifyPartnershipChain([announcing, forged], { rootFingerprint: oldPin, now: now() })).toMatchObject({ ok: false, code: 'root-not-announced' });
    const revocations = [publicKeyText(await withRevocation(oldRoot, { reason: 'compromised', at: now() }))];
    expect(await verifyPartnershipChain(all, { rootFingerprint: oldPin, now: now(), revocations })).toMatchObject({ ok: false, code: 'root-revoked' });
  });

  it('goes on working: whoever was signed in is, and a question under the new root opens', async () => {
    door.made.rootFingerprint = newPin;
    const [one] = await Custodian.both(door, SCHOOL);
    const asker = await door.signIn('csc-north');
    const sealed = await collect(one.client, await ask(asker, SCHOOL));
    expect(await openAs(one, await one.own(), { key: one.client.client.personal, sealed, rootFingerprint: newPin })).toMatchObject({ ok: true });
  });

  it('is followed by the desk, which still pins the old root: on a new device, on one that has gone along, and once it pins the new one', async () => {
    const asker = await door.signIn('csc-north');
    const kept = new Map<string, string>();
    const storage = { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, text: string) => void kept.set(name, text) };
    const read: typeof fetch = async (path) => { const { status, body } = await asker.get(path as string); return new Response(JSON.stringify(body), { status }); };
    const page = (pin: string): DirectoryCheck => {
      const vault = new Vault({ now, random: new SystemRandom(), onLocked: () => undefined });
      return new DirectoryCheck({ hub: new Hub(read, (length) => new Uint8Array(length)), secrets: { ask: (kind: 'verify-directory', given: never) => vault.carryOut(kind, given) } as unknown as Secrets, storage, pin: async () => pin });
    };
    for (const pin of [oldPin, oldPin, newPin]) expect(await page(pin).verify('csc-north', ['csc-north', SCHOOL])).toMatchObject({ ok: true, marks: { root: newPin, file: { version: 3 } } });
    kept.clear();
    await expect(page('F'.repeat(40)).verify('csc-north', ['csc-north'])).rejects.toMatchObject({ code: 'unpinned-root' });
    expect(kept.size).toBe(0);
  });

  it('serves its files to anybody, and refuses a parameter that it does not know', async () => {
    expect((await files(4))).toEqual([]);
    expect(await door.ask('GET', '/v1/partnership/versions?from=two')).toMatchObject({ status: 422, body: { code: 'invalid-request' } });
    expect(await door.ask('GET', '/v1/partnership/versions?agency=csc-north')).toMatchObject({ status: 422 });
  });
});

async function certifiedBy(root: PrivateKey, entry: PartnershipAgency, at: Date): Promise<PartnershipAgency> {
  const key = await publicKeyFrom(entry.key);
  if (key === null) throw new Error(`no key of ${entry.id}`);
  return { ...entry, key: publicKeyText(await certifyAgency(key, root, { agency: entry.id, at })) };
}
