import { rename, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PartnershipFile, SignedDocument } from '@lateral/contracts';
import { verifyPartnershipChain } from '@lateral/envelope/keys';
import { certified, laptopWithRoot, logs, shares, type Laptop } from '../../../../test/world/laptop.js';
import type { Draft, LockedRoot } from '../documents.js';

describe('plan-next-root and rotate-root', () => {
  let desk: Laptop;
  let pin: string;
  beforeAll(async () => {
    desk = await laptopWithRoot();
    pin = (await desk.json<LockedRoot>('root', 'root.json')).fingerprint;
    await certified(desk, 'council');
    await desk.run(['sign', '--dir', desk.path('root'), '--part', desk.path('council', 'agency-part.json'), ...logs, ...shares(desk, 'paper')]);
  });
  afterAll(() => desk.end());
  const signed = (version: number) => desk.json<SignedDocument<PartnershipFile>>('root', 'signed', `partnership-${version}.json`);
  const rotate = (...more: string[]) => desk.run(['rotate-root', '--dir', desk.path('root'), ...shares(desk, 'next-paper'), ...more]);

  it('a next root that nobody has announced does not take over', async () => {
    expect(await desk.run(['plan-next-root', '--dir', desk.path('root'), '--sheets', desk.path('next-paper')])).toMatchObject({ exit: 0 });
    expect(await desk.run(['plan-next-root', '--dir', desk.path('root'), '--sheets', desk.path('other')])).toMatchObject({ exit: 5 });
    expect(await rotate()).toMatchObject({ exit: 6, err: expect.stringContaining('next-root-not-announced') });
    expect((await desk.json<LockedRoot>('root', 'root.json')).fingerprint).toBe(pin);
  });

  it('announced by the old root it signs the very next version, and a reader who pins the old root follows', async () => {
    expect(await desk.run(['sign', '--dir', desk.path('root'), ...shares(desk, 'paper')])).toMatchObject({ exit: 0, out: expect.stringContaining('next root is announced') });
    const next = (await desk.json<LockedRoot>('root', 'next-root.json')).fingerprint;
    expect((await signed(2)).document.nextRoot).toBe(next);
    desk.set('2026-12-01T09:00:00.900Z');
    // The old root's sheets open nothing here; neither does one of each.
    expect(await desk.run(['rotate-root', '--dir', desk.path('root'), ...shares(desk, 'paper')])).toMatchObject({ exit: 4 });
    expect(await rotate('--old-root', 'retired', ...shares(desk, 'paper', [1, 2], '--old-share'))).toMatchObject({ exit: 0, out: expect.stringContaining(next.match(/.{4}/g)!.join(' ')) });
    const { key } = await desk.json<{ key: string }>('root', 'retired', `revoked-root-${pin}.json`);
    const read = await verifyPartnershipChain([await signed(1), await signed(2), await signed(3)], { rootFingerprint: pin, now: new Date('2026-12-01T10:00:00Z'), revocations: [key] });
    expect(read).toMatchObject({ ok: true, rootFingerprint: next });
    expect(await verifyPartnershipChain([await signed(1), await signed(3)], { rootFingerprint: pin, now: new Date('2026-12-01T10:00:00Z') })).toMatchObject({ ok: false });
  });

  it('cut off before the new root was put in its place, it is finished by calling it again, and signs nothing twice', async () => {
    await rename(desk.path('root', 'root.json'), desk.path('root', 'next-root.json'));
    await writeFile(desk.path('root', 'root.json'), JSON.stringify(await desk.json('root', 'retired', `root-${pin}.json`)));
    expect(await desk.run(['sign', '--dir', desk.path('root'), ...shares(desk, 'paper')])).toMatchObject({ exit: 3, err: expect.stringContaining('[not-signed-by-root]') });
    expect(await rotate()).toMatchObject({ exit: 0 });
    expect((await desk.files()).filter(({ path }) => path.includes('partnership-4'))).toEqual([]);
  });

  it('from then on the new sheets sign, the old ones open nothing, and the old root is kept locked', async () => {
    expect((await desk.json<LockedRoot>('root', 'retired', `root-${pin}.json`)).fingerprint).toBe(pin);
    expect((await desk.json<Draft>('root', 'draft.json')).nextRoot).toBeNull();
    expect(await desk.run(['renew', '--dir', desk.path('root'), ...shares(desk, 'paper')])).toMatchObject({ exit: 4, err: expect.stringContaining('foreign-share') });
    expect(await desk.run(['renew', '--dir', desk.path('root'), ...shares(desk, 'next-paper', [2, 3])])).toMatchObject({ exit: 0 });
    expect((await signed(4)).document).toMatchObject({ version: 4, nextRoot: null });
    expect(await rotate()).toMatchObject({ exit: 3, err: expect.stringContaining('next-root.json') });
  });

  it('a compromised root announces nothing, to whoever has its revocation', async () => {
    const other = await laptopWithRoot();
    try {
      await certified(other, 'council');
      const old = (await other.json<LockedRoot>('root', 'root.json')).fingerprint;
      const dir = ['--dir', other.path('root')];
      await other.run(['plan-next-root', ...dir, '--sheets', other.path('next-paper')]);
      await other.run(['sign', ...dir, '--part', other.path('council', 'agency-part.json'), ...logs, ...shares(other, 'paper')]);
      expect(await other.run(['rotate-root', ...dir, ...shares(other, 'next-paper'), '--old-root', 'compromised', ...shares(other, 'paper', [2, 3], '--old-share')])).toMatchObject({ exit: 0 });
      const files = await Promise.all([1, 2].map((version) => other.json<SignedDocument<PartnershipFile>>('root', 'signed', `partnership-${version}.json`)));
      const { key } = await other.json<{ key: string }>('root', 'retired', `revoked-root-${old}.json`);
      expect(await verifyPartnershipChain(files, { rootFingerprint: old, now: new Date('2026-11-03'), revocations: [key] })).toMatchObject({ ok: false, code: 'root-revoked' });
    } finally {
      await other.end();
    }
  });
});
