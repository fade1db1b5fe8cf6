import { beforeAll, describe, expect, it } from 'vitest';
import type { LockedKey } from '@lateral/contracts';
import { isKeyProof } from '@lateral/envelope/inspect';
import { SystemRandom } from '@lateral/platform';
import { HELD_MS } from './held-lock.js';
import type { Given, Told } from './protocol.js';
import { Vault } from './vault.js';

const random = new SystemRandom();
const AT = new Date('2026-11-22T09:00:00.000Z');
const ME = { agency: 'school-north', member: 'u-0123456789abcdef' };
const passkey = (n: number) => ({ kind: 'passkey' as const, credential: `${'A'.repeat(21)}${n % 2 === 0 ? 'A' : 'Q'}`, prf: new Uint8Array(32).fill(n) });

let locked: LockedKey;
let publicKey: string;
let code: string;
beforeAll(async () => {
  const { vault } = desk();
  publicKey = (await vault.carryOut('make-key', ME)).key;
  ({ locked, recoveryCode: code } = (await vault.carryOut('lock-key', { secrets: [passkey(1)] })) as Extract<Told<'lock-key'>, { ok: true }>);
});

function desk(): { vault: Vault; pass(ms: number): void } {
  let now = AT.getTime();
  return { vault: new Vault({ now: () => new Date(now), random, onLocked: () => undefined }), pass: (ms) => { now += ms; } };
}
const unlocking = (vault: Vault, by: Given<'unlock'>['secret'], key = locked): Promise<unknown> => vault.carryOut('unlock', { locked: key, secret: by, expected: ME });
const byCode = (text = code) => ({ kind: 'recovery-code' as const, code: text });
async function unlockedBy(secret: Given<'unlock'>['secret']): Promise<ReturnType<typeof desk>> {
  const world = desk();
  expect(await unlocking(world.vault, secret)).toMatchObject({ ok: true });
  return world;
}
const change = (vault: Vault, given: Partial<Given<'change-lock'>>): Promise<Told<'change-lock'>> => vault.carryOut('change-lock', { locked, add: [], remove: [], newCode: false, ...given });

describe('a proof of the key', () => {
  it('is signed for whom the worker knows itself, for one session and one nonce', async () => {
    const { vault } = await unlockedBy(byCode());
    const told = (await vault.carryOut('prove-key', { session: 's-1', nonce: 'n-1' })) as Extract<Told<'prove-key'>, { ok: true }>;
    const verified = (change_: object): Promise<boolean> => isKeyProof({ v: 1, ...ME, session: 's-1', nonce: 'n-1', ...change_ }, told.signature, { key: publicKey, fingerprint: locked.fingerprint, at: AT });
    expect(await verified({})).toBe(true);
    for (const other of [{ session: 's-2' }, { nonce: 'n-2' }, { member: 'u-00000000000000aa' }, { agency: 'csc-north' }]) expect([other, await verified(other)]).toEqual([other, false]);
    expect(Object.keys(told).toSorted()).toEqual(['ok', 'signature']);
  });

  it('is none while the key is locked', async () => {
    expect(await desk().vault.carryOut('prove-key', { session: 's-1', nonce: 'n-1' })).toEqual({ ok: false, code: 'locked' });
  });
});

describe('what locks the key', () => {
  it('is held after words unlocked it: a passkey becomes one more way, and the others stay', async () => {
    const { vault } = await unlockedBy(byCode());
    expect(await vault.carryOut('lock-held', null)).toBe(true);
    const secret = passkey(2);
    const told = (await change(vault, { add: [secret] })) as Extract<Told<'change-lock'>, { ok: true }>;
    expect(told).toMatchObject({ ok: true, recoveryCode: null, locked: { ...ME, version: 2, fingerprint: locked.fingerprint } });
    expect([...secret.prf]).toEqual(new Array(32).fill(0));
    for (const way of [passkey(1), passkey(2), byCode()]) expect(await unlocking(desk().vault, way, told.locked)).toMatchObject({ ok: true });
    expect(await unlocking(desk().vault, passkey(2))).toMatchObject({ ok: false, code: 'no-such-method' });
  });

  it('goes after one change, after some minutes, at the lock, and was never held where a passkey unlocked', async () => {
    const once = await unlockedBy(byCode());
    await change(once.vault, { newCode: true });
    const late = await unlockedBy(byCode());
    late.pass(HELD_MS);
    const gone = await unlockedBy(byCode());
    await gone.vault.carryOut('forget', null);
    const touched = await unlockedBy(passkey(1));
    for (const { vault } of [once, late, gone, touched]) expect(await vault.carryOut('lock-held', null)).toBe(false);
    for (const { vault } of [once, late, touched]) expect(await change(vault, { add: [passkey(2)] })).toEqual({ ok: false, code: 'lock-closed' });
    expect(await change(gone.vault, { add: [passkey(2)] })).toEqual({ ok: false, code: 'locked' });
  });

  it('is held again by any way in, and by nothing else', async () => {
    const { vault } = await unlockedBy(passkey(1));
    const hold = (secret: Given<'hold-lock'>['secret']): Promise<unknown> => vault.carryOut('hold-lock', { locked, secret });
    expect(await hold({ ...passkey(3), credential: passkey(1).credential })).toMatchObject({ ok: false, code: 'wrong-secret' });
    expect(await hold(byCode(code.replace(/.$/u, (last) => (last === '0' ? '1' : '0'))))).toMatchObject({ ok: false });
    expect(await vault.carryOut('lock-held', null)).toBe(false);
    const touch = passkey(1);
    expect([await hold(touch), [...touch.prf]]).toEqual([{ ok: true }, new Array(32).fill(0)]);
    expect(await change(vault, { newCode: true })).toMatchObject({ ok: true });
    expect(await hold(byCode())).toEqual({ ok: true });
    expect(await desk().vault.carryOut('hold-lock', { locked, secret: byCode() })).toEqual({ ok: false, code: 'locked' });
  });

  it('locks with a new code in place of the one before', async () => {
    const { vault } = await unlockedBy(byCode());
    const told = (await change(vault, { newCode: true })) as Extract<Told<'change-lock'>, { ok: true }>;
    expect(await unlocking(desk().vault, byCode(), told.locked)).toMatchObject({ ok: false });
    for (const way of [passkey(1), byCode(told.recoveryCode ?? '')]) expect(await unlocking(desk().vault, way, told.locked)).toMatchObject({ ok: true });
    expect(told.locked.methods.map(({ kind }) => kind).toSorted()).toEqual(['passkey', 'recovery-code']);
  });

  it('is put round no other\'s key, and leaves two ways in', async () => {
    const { vault } = desk();
    const other = { ...ME, member: 'u-00000000000000aa' };
    await vault.carryOut('make-key', other);
    const theirs = ((await vault.carryOut('lock-key', { secrets: [passkey(4)] })) as Extract<Told<'lock-key'>, { ok: true }>).locked;
    for (const shown of [theirs, { ...locked, fingerprint: theirs.fingerprint }]) expect(await change((await unlockedBy(byCode())).vault, { locked: shown, add: [passkey(2)] })).toEqual({ ok: false, code: 'another-member' });
    expect(await change((await unlockedBy(byCode())).vault, { remove: [locked.methods[0]!.id] })).toEqual({ ok: false, code: 'weak-secret' });
  });
});
