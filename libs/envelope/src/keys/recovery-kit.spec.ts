import { beforeAll, describe, expect, it } from 'vitest';
import { split } from 'shamir-secret-sharing';
import { fromBase64Url, toBase64Url, type RecoveryKit } from '@lateral/contracts';
import { fingerprintOf, type PrivateKey } from '../openpgp.js';
import type { RandomBytes } from './aes-gcm.js';
import { addEpoch, makeAgencyKey, memberCopy } from './make-keys.js';
import { joinShares, readShare } from './paper-shares.js';
import { toPaper } from './paper-text.js';
import { makeRecoveryKit, openRecoveryKit, shareSetOf } from './recovery-kit.js';

const AT = new Date('2026-11-03T10:20:00.000Z');
const random: RandomBytes = { bytes: (length) => globalThis.crypto.getRandomValues(new Uint8Array(length)) };
const PAIRS = [[0, 1], [0, 2], [1, 2], [2, 0]] as const;

describe('a recovery kit', () => {
  let key: PrivateKey;
  let kit: RecoveryKit;
  let shares: string[];
  beforeAll(async () => {
    key = await addEpoch(await makeAgencyKey({ agency: 'county-police', at: AT }), { at: AT });
    ({ kit, shares } = await makeRecoveryKit({ agency: 'county-police', agencyKey: key, at: AT, random }));
  });
  const codeOf = async (pair: readonly [string, string], given = kit): Promise<string> => {
    const read = await openRecoveryKit(given, pair);
    return read.ok ? 'opened' : read.code;
  };

  it('is opened by any two of its three sheets, and holds the primary and every epoch', async () => {
    for (const [a, b] of PAIRS) {
      const read = await openRecoveryKit(JSON.parse(JSON.stringify(kit)) as RecoveryKit, [shares[a]!, shares[b]!]);
      if (!read.ok) throw new Error(read.code);
      expect(read.agencyKey.write()).toEqual(key.write());
      expect((await addEpoch(read.agencyKey, { at: AT })).subkeys).toHaveLength(3);
    }
    expect(shares[0]).toMatch(/^LATERAL KIT SHARE 1 of 3, any 2 open; version 1; county-police; set [0-9a-f]{8}; ([0-9A-Z]{4}-)+[0-9A-Z]{1,4}$/);
    expect(await codeOf([shares[0]!.toLowerCase(), shares[1]!.replace(/[^;]+$/, (letters) => letters.replaceAll('-', '\n'))])).toBe('opened');
  });

  it('is not opened by one sheet, nor twice the same', async () => {
    expect(await codeOf([shares[0]!, shares[0]!])).toBe('same-share');
    expect(await codeOf([shares[0]!, ''])).toBe('unreadable');
    // One share of Shamir's fits every secret alike; what stands beside it is keyed by the secret and tells nothing either.
    const read = readShare(shares[0]!);
    if (!read.ok) throw new Error(read.code);
    const [, second, third] = await split(random.bytes(32), 3, 2);
    for (const [index, share] of [[2, second!], [3, third!]] as const) expect(await codeOf([shares[0]!, sheet(index, share, read.share.tag)])).toBe('shares-do-not-fit');
  });

  it('refuses a bad sheet by itself: a wrong letter, another number, another agency in its line', () => {
    const [first] = shares as [string];
    const bad = [first.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), first.replace('SHARE 1', 'SHARE 2'), first.replace('county-police', 'mid-trust'), first.replace(/set [0-9a-f]{8}/, 'set 00000000'), first.replace('KIT', 'ROOT')];
    for (const text of bad) expect(readShare(text)).toEqual({ ok: false, code: 'mistyped' });
    for (const text of ['', 'x', first.replace('version 1', 'version 2'), first.replace('LATERAL', '')]) expect(readShare(text)).toEqual({ ok: false, code: 'unreadable' });
  });

  it('refuses the sheet of another agency and of an earlier kit of its own', async () => {
    const others = [await makeRecoveryKit({ agency: 'mid-trust', agencyKey: key, at: AT, random }), await makeRecoveryKit({ agency: 'county-police', agencyKey: key, at: new Date(AT.getTime() - 1000), random })];
    for (const other of others) {
      expect(await codeOf([shares[0]!, other.shares[1]!])).toBe('foreign-share');
      expect(await codeOf([other.shares[0]!, other.shares[1]!])).toBe('foreign-share');
    }
    expect(await joinShares([shares[0]!, shares[1]!], { ...shareSetOf(kit), kind: 'root' })).toEqual({ ok: false, code: 'foreign-share' });
  });

  it('refuses a kit that was changed, or put in another agency\'s name', async () => {
    const bytes = fromBase64Url(kit.sealed);
    bytes[20]! ^= 1;
    expect(await codeOf([shares[0]!, shares[1]!], { ...kit, sealed: toBase64Url(bytes) })).toBe('kit-changed');
    expect(await codeOf([shares[0]!, shares[1]!], { ...kit, agency: 'mid-trust' })).toBe('foreign-share');
    expect(await codeOf([shares[0]!, shares[1]!], { ...kit, primary: 'A'.repeat(40) })).toBe('foreign-share');
    for (const odd of [null, {}, { ...kit, extra: 1 }]) expect(await codeOf([shares[0]!, shares[1]!], odd as RecoveryKit)).toBe('malformed');
  });

  it('is not made of a member\'s copy', async () => {
    await expect(makeRecoveryKit({ agency: 'county-police', agencyKey: await memberCopy(key), at: AT, random })).rejects.toThrow('whole key');
    expect(fingerprintOf(key)).toBe(kit.primary);
  });

  function sheet(index: number, share: Uint8Array, tag: Uint8Array): string {
    const { of, mark } = shareSetOf(kit);
    return `LATERAL KIT SHARE ${index} of 3, any 2 open; version 1; ${of}; set ${mark}; ${toPaper(new Uint8Array([...share, ...tag]), `kit/1/${of}/${mark}/${index}`)}`;
  }
});
