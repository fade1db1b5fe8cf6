import { beforeAll, describe, expect, it } from 'vitest';
import { fromBase64Url, toBase64Url, utf8, type LockedKey, type UnlockMethod } from '@lateral/contracts';
import { NOTATIONS, fingerprintOf, signDetached, type PrivateKey } from '../../openpgp.js';
import type { RandomBytes } from '../aes-gcm.js';
import { makePersonalKey } from '../make-keys.js';
import { changeUnlockMethods, lockPersonalKey, unlockPersonalKey, type UnlockRefusal } from './lock-personal-key.js';
import { COST_FLOOR, faultOfCost, faultOfPassphrase, newRecoveryCode, type UnlockSecret } from './unlock-secret.js';

const AT = new Date('2026-11-03T10:20:00.000Z');
const random: RandomBytes = { bytes: (length) => globalThis.crypto.getRandomValues(new Uint8Array(length)) };
const me = { agency: 'county-police', member: 'u-0000000a' };
const passkey: UnlockSecret = { kind: 'passkey', credential: 'Y3JlZGVudGlhbA', prf: new Uint8Array(32).fill(7) };
const passphrase: UnlockSecret = { kind: 'passphrase', passphrase: 'copper lantern drifts over harbour' };
const recovery: UnlockSecret = { kind: 'recovery-code', code: newRecoveryCode(random) };

describe('a locked personal key', () => {
  let key: PrivateKey;
  let other: PrivateKey;
  let locked: LockedKey;
  let mek: Uint8Array;
  beforeAll(async () => {
    [key, other] = await Promise.all([makePersonalKey({ ...me, at: AT }), makePersonalKey({ ...me, member: 'u-0000000b', at: AT })]);
    ({ locked, mek } = await lockPersonalKey({ ...me, key, secrets: [passkey, passphrase, recovery], random }));
  });
  const codeOf = async (given: LockedKey, secret: UnlockSecret, expected: Parameters<typeof unlockPersonalKey>[2] = me): Promise<UnlockRefusal | 'unlocked'> => {
    const read = await unlockPersonalKey(given, secret, expected);
    return read.ok ? 'unlocked' : read.code;
  };
  const withMethod = (kind: UnlockMethod['kind'], change: Partial<UnlockMethod>): LockedKey => ({ ...locked, methods: locked.methods.map((method) => (method.kind === kind ? { ...method, ...change } : method)) });

  it('is unlocked by each of its secrets, and works', async () => {
    for (const secret of [passkey, passphrase, recovery]) {
      const read = await unlockPersonalKey(JSON.parse(JSON.stringify(locked)) as LockedKey, secret, { ...me, fingerprint: fingerprintOf(key), version: 1 });
      if (!read.ok) throw new Error(read.code);
      expect(read.mek).toEqual(mek);
      await expect(signDetached(utf8('x'), read.key, { name: NOTATIONS.document, value: 'x' }, AT)).resolves.toBeInstanceOf(Uint8Array);
    }
    expect(await codeOf(locked, { kind: 'passphrase', passphrase: '  Copper LANTERN drifts over\tharbour ' })).toBe('unlocked');
  });

  it('holds nothing in clear: neither the key nor what locks it', () => {
    const everything = Buffer.from([locked.locked, ...locked.methods.map(({ wrapped }) => wrapped)].map((text) => Buffer.from(fromBase64Url(text)).toString('hex')).join(''), 'hex');
    const packet = Buffer.from(key.write());
    for (let at = 0; at + 16 <= packet.length; at += 16) expect(everything.includes(packet.subarray(at, at + 16))).toBe(false);
    expect(everything.includes(Buffer.from(mek))).toBe(false);
  });

  it('is refused with a wrong secret', async () => {
    expect(await codeOf(locked, { ...passkey, prf: new Uint8Array(32).fill(8) })).toBe('wrong-secret');
    expect(await codeOf(locked, { ...passkey, prf: new Uint8Array(16) })).toBe('wrong-secret');
    expect(await codeOf(locked, { kind: 'passphrase', passphrase: 'copper lantern drifts over harbours' })).toBe('wrong-secret');
    expect(await codeOf(locked, { kind: 'recovery-code', code: newRecoveryCode(random) })).toBe('wrong-secret');
    expect(await codeOf(locked, { kind: 'recovery-code', code: 'ABCD-EFGH' })).toBe('wrong-secret');
    expect(await codeOf(locked, { ...passkey, credential: 'b3RoZXI' })).toBe('no-such-method');
  });

  it('is refused to another member, under another name, and with another\'s methods', async () => {
    const theirs = await lockPersonalKey({ agency: me.agency, member: 'u-0000000b', key: other, secrets: [passkey, recovery], random });
    expect(await codeOf(theirs.locked, passkey)).toBe('another-member');
    expect(await codeOf({ ...theirs.locked, member: me.member }, passkey)).toBe('method-changed');
    expect(await codeOf({ ...theirs.locked, ...me, fingerprint: locked.fingerprint }, passkey)).toBe('method-changed');
    expect(await codeOf(locked, passkey, { ...me, fingerprint: fingerprintOf(other) })).toBe('another-member');
    expect(await codeOf({ ...locked, methods: theirs.locked.methods }, passkey)).toBe('method-changed');
    expect(await codeOf({ ...locked, agency: 'mid-trust' }, passkey, { ...me, agency: 'mid-trust' })).toBe('method-changed');
  });

  it('is refused where a method stands for another one', async () => {
    const [byPasskey, , byCode] = locked.methods as [UnlockMethod, UnlockMethod, UnlockMethod];
    expect(await codeOf(withMethod('passkey', { id: byCode.id.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')) }), passkey)).toBe('method-changed');
    expect(await codeOf(withMethod('passkey', { credential: 'b3RoZXI' }), { ...passkey, credential: 'b3RoZXI' })).toBe('method-changed');
    expect(await codeOf(withMethod('passkey', { wrapped: byCode.wrapped }), passkey)).toBe('wrong-secret');
    expect(await codeOf(withMethod('passkey', { salt: byCode.salt }), passkey)).toBe('wrong-secret');
    expect(await codeOf({ ...locked, methods: [{ ...byPasskey, kind: 'recovery-code', credential: null }, { ...byCode, kind: 'passkey', credential: 'b3RoZXI' }] }, recovery)).toBe('wrong-secret');
  });

  it('never derives from words at a cost below the floor or past the ceiling, whoever says so', async () => {
    const costs = [{ ...COST_FLOOR, memoryKiB: 8 }, { ...COST_FLOOR, passes: 1 }, { ...COST_FLOOR, memoryKiB: COST_FLOOR.memoryKiB - 1 }, { ...COST_FLOOR, lanes: 0 }, { ...COST_FLOOR, passes: 2.5 }];
    for (const cost of costs) expect(faultOfCost(cost)).toBe('weak-cost');
    expect(await codeOf(withMethod('passphrase', { cost: costs[0]! }), passphrase)).toBe('weak-cost');
    expect(await codeOf(withMethod('passphrase', { cost: { ...COST_FLOOR, memoryKiB: 2 ** 30 } }), passphrase)).toBe('excessive-cost');
    expect(await codeOf(withMethod('passphrase', { cost: { ...COST_FLOOR, passes: 4 } }), passphrase)).toBe('wrong-secret');
    await expect(lockPersonalKey({ ...me, key, secrets: [recovery, { ...passphrase, cost: costs[1]! }], random })).rejects.toThrow('weak-cost');
  });

  it('is not locked by few words, by one secret alone or twice by the same one', async () => {
    for (const weak of ['', 'hunter2', 'one two six ten', 'copper copper copper copper copper', 'a b c d e f g']) expect(faultOfPassphrase(weak)).toBe('too-few-words');
    expect(faultOfPassphrase('glaw mân yn disgyn dros Aberdâr heddiw')).toBeNull();
    const lock = (...secrets: UnlockSecret[]): Promise<unknown> => lockPersonalKey({ ...me, key, secrets, random });
    await expect(lock(recovery, { kind: 'passphrase', passphrase: 'too few' })).rejects.toThrow('too-few-words');
    await expect(lock(passkey)).rejects.toThrow('at least two');
    await expect(lock(passkey, passkey)).rejects.toThrow('each passkey once');
    await expect(lock(passkey, { kind: 'recovery-code', code: 'ABCD' })).rejects.toThrow('mistyped-code');
  });

  it('is refused where the key inside, its version or its fingerprint was changed', async () => {
    const bytes = fromBase64Url(locked.locked);
    bytes[bytes.length - 1]! ^= 1;
    expect(await codeOf({ ...locked, locked: toBase64Url(bytes) }, passkey)).toBe('key-changed');
    expect(await codeOf({ ...locked, version: 2 }, passkey)).toBe('key-changed');
    expect(await codeOf(locked, passkey, { ...me, version: 2 })).toBe('rolled-back');
    expect(await codeOf({ ...locked, fingerprint: fingerprintOf(other) }, passkey)).toBe('method-changed');
    for (const odd of [null, {}, { ...locked, extra: 1 }, { ...locked, methods: [] }, { ...locked, methods: [locked.methods[0], locked.methods[0]] }]) expect(await codeOf(odd as LockedKey, passkey)).toBe('malformed');
  });

  it('takes a new passkey and gives up a lost one, and the version before is then no longer taken', async () => {
    const added: UnlockSecret = { kind: 'passkey', credential: 'bmV3', prf: new Uint8Array(32).fill(9) };
    const next = await changeUnlockMethods(locked, { key, mek }, { add: [added], remove: [locked.methods[0]!.id], random });
    expect(next.version).toBe(2);
    expect(await codeOf(next, added)).toBe('unlocked');
    expect(await codeOf(next, recovery)).toBe('unlocked');
    expect(await codeOf(next, passkey)).toBe('no-such-method');
    expect(await codeOf(locked, recovery, { ...me, version: 2 })).toBe('rolled-back');
    expect(await codeOf({ ...next, version: 1, locked: locked.locked }, added)).toBe('unlocked');
  });
});
