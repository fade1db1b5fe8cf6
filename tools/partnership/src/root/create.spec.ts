import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromBase64Url } from '@lateral/contracts';
import { publicKeyFrom } from '@lateral/envelope/keys';
import { laptop, type Laptop } from '../../../../test/world/laptop.js';
import type { LockedRoot } from '../documents.js';
import { askShares } from './ask-shares.js';
import { openRoot } from './locked-root.js';

describe('create', () => {
  let desk: Laptop;
  beforeEach(async () => { desk = await laptop(); });
  afterEach(() => desk.end());
  const create = (...more: string[]) => desk.run(['create', 'north', '--mode', 'production', '--out', desk.path('root'), ...more]);
  const world = () => ({ now: () => new Date(0), random: { bytes: (n: number) => new Uint8Array(n) }, terminal: { out: () => undefined, err: () => undefined, wipe: () => undefined, ask: async () => null }, language: 'en' as const });

  it('locks the root the moment it is made: any two sheets open it, and nothing on the disk is a private key', async () => {
    const { exit, out } = await create('--sheets', desk.path('paper'));
    expect(exit).toBe(0);
    const locked = await desk.json<LockedRoot>('root', 'root.json');
    expect(out).toContain(locked.fingerprint.match(/.{4}/g)!.join(' '));
    for (const [one, two] of [[1, 2], [1, 3], [3, 2]]) {
      const pair = await askShares('root', [one, two].map((n) => desk.path('paper', `root-share-${n}.txt`)), world());
      const opened = await openRoot(locked, pair);
      expect(opened.ok && opened.key.isPrivate()).toBe(true);
      if (!opened.ok) return;
      // Neither the packet nor the secret scalar in it stands anywhere, in any of the encodings a file of ours might have.
      const { seed } = (opened.key.keyPacket as unknown as { privateParams: { seed: Uint8Array } }).privateParams;
      expect(seed.length).toBe(32);
      for (const { text } of await desk.files()) for (const encoding of ['hex', 'base64', 'base64url'] as const) expect(text).not.toContain(Buffer.from(seed).toString(encoding));
    }
    expect((await publicKeyFrom(locked.rootKey))?.getUserIDs()).toEqual(['Lateral partnership root']);
    expect(fromBase64Url(locked.sealed).length).toBeGreaterThan(100);
  });

  it('writes for the owner alone, says so in both languages on each sheet, and never overwrites', async () => {
    await create('--sheets', desk.path('paper'));
    const before = await desk.files();
    expect(before.map(({ mode }) => mode)).toEqual(before.map(() => 0o600));
    const sheet = await readFile(desk.path('paper', 'root-share-1.txt'), 'utf8');
    expect(sheet).toContain('Any two of the three open it');
    expect(sheet).toContain('Mae unrhyw ddwy');
    const again = await create('--sheets', desk.path('paper2'));
    expect(again).toMatchObject({ exit: 5, err: expect.stringContaining('root.json') });
    expect(await desk.files()).toEqual(before);
  });

  it('prints the sheets one at a time where no folder is given, and keeps none', async () => {
    const { exit, out, asked } = await create();
    expect(exit).toBe(0);
    expect(out.match(/LATERAL ROOT SHARE/g)).toHaveLength(3);
    expect(asked).toHaveLength(3);
    expect((await desk.files()).filter(({ text }) => text.includes('SHARE'))).toEqual([]);
  });

  it('refuses sheets in the folder that they open', async () => {
    expect(await create('--sheets', desk.path('root', 'paper'))).toMatchObject({ exit: 3, err: expect.stringContaining('sheets-beside-root') });
    expect(await create('--sheets', desk.path('root'))).toMatchObject({ exit: 3 });
    expect(await desk.files()).toEqual([]);
  });

  it('a demo root says in its name that it is one', async () => {
    await desk.run(['create', 'demo', '--mode', 'demo', '--out', desk.path('d')]);
    const { rootKey } = await desk.json<LockedRoot>('d', 'root.json');
    expect((await publicKeyFrom(rootKey))?.getUserIDs()).toEqual(['Lateral demo partnership root']);
  });

  it('what is bound to the lock cannot be changed: mode, name, fingerprint or time', async () => {
    await create('--sheets', desk.path('paper'));
    const locked = await desk.json<LockedRoot>('root', 'root.json');
    const pair = await askShares('root', [desk.path('paper', 'root-share-1.txt'), desk.path('paper', 'root-share-2.txt')], world());
    expect(await openRoot({ ...locked, mode: 'demo' }, pair)).toEqual({ ok: false, code: 'root-changed' });
    expect(await openRoot({ ...locked, made: '2026-11-02T09:00:00.251Z' }, pair)).toEqual({ ok: false, code: 'foreign-share' });
  });
});
