import { canonicalJson, fromBase64Url, toBase64Url, utf8, type LockedKey } from '@lateral/contracts';
import { fingerprintOf, readPrivateKey, type PrivateKey } from '../../openpgp.js';
import { openBytes, sealBytes, type RandomBytes } from '../aes-gcm.js';
import { isLockedKey } from './locked-key-shape.js';
import { unwrapMek, wrapMek, type KeyOwner, type UnwrapRefusal } from './unlock-method.js';
import type { UnlockSecret } from './unlock-secret.js';

/** An unlocked key and the 32 bytes that lock it. Both stay in the worker that asked. */
export interface UnlockedKey { key: PrivateKey; mek: Uint8Array }

/**
 * Locks a new personal key, as version 1, so that each of these secrets unlocks it. Two at least: a key that hangs on one telephone is a key
 * that will be lost. Throws a RangeError that names the fault of a secret that is too weak.
 */
export async function lockPersonalKey({ agency, member, key, secrets, random }: {
  agency: string; member: string; key: PrivateKey; secrets: readonly UnlockSecret[]; random: RandomBytes;
}): Promise<{ locked: LockedKey; mek: Uint8Array }> {
  const mek = random.bytes(32);
  const owner: KeyOwner = { agency, member, fingerprint: fingerprintOf(key) };
  const methods = await Promise.all(secrets.map((secret) => wrapMek(mek, secret, { owner, random })));
  return { locked: await lockedWith({ key, mek }, { ...owner, version: 1, methods }, random), mek };
}

/**
 * The next version with ways to unlock added or taken away (by id); the others stay as they are. Throws as `lockPersonalKey` does. A way that
 * is taken away is a way the hub no longer hands out: whoever may hold the lost passkey and an old copy of the hub's rows is shut out only by
 * a new personal key, which is what a stolen device gets.
 */
export async function changeUnlockMethods(locked: LockedKey, unlocked: UnlockedKey, { add = [], remove = [], random }: { add?: readonly UnlockSecret[]; remove?: readonly string[]; random: RandomBytes }): Promise<LockedKey> {
  const { agency, member, fingerprint, version } = locked;
  const owner: KeyOwner = { agency, member, fingerprint };
  const added = await Promise.all(add.map((secret) => wrapMek(unlocked.mek, secret, { owner, random })));
  return lockedWith(unlocked, { ...owner, version: version + 1, methods: [...locked.methods.filter(({ id }) => !remove.includes(id)), ...added] }, random);
}

export type UnlockRefusal = UnwrapRefusal | 'malformed' | 'another-member' | 'rolled-back' | 'no-such-method' | 'key-changed';

/**
 * Unlocks a personal key with one secret. `expected` is who asks; `fingerprint` and `version` where the caller knows them (the roster names
 * the first). What the hub says of costs, owners and versions is believed only as far as it was bound in when the key was locked.
 */
export async function unlockPersonalKey(
  locked: LockedKey,
  secret: UnlockSecret,
  expected: { agency: string; member: string; fingerprint?: string; version?: number },
): Promise<({ ok: true } & UnlockedKey) | { ok: false; code: UnlockRefusal }> {
  if (!isLockedKey(locked)) return { ok: false, code: 'malformed' };
  const { agency, member, fingerprint, version } = locked;
  if (agency !== expected.agency || member !== expected.member || (expected.fingerprint ?? fingerprint) !== fingerprint) return { ok: false, code: 'another-member' };
  if (version < (expected.version ?? 1)) return { ok: false, code: 'rolled-back' };
  const method = locked.methods.find(({ kind, credential }) => kind === secret.kind && (secret.kind !== 'passkey' || credential === secret.credential));
  if (method === undefined) return { ok: false, code: 'no-such-method' };
  const unwrapped = await unwrapMek(method, secret, { agency, member, fingerprint });
  if (!unwrapped.ok) return unwrapped;
  const bytes = await openBytes(unwrapped.mek, fromBase64Url(locked.locked), boundTo(locked));
  const key = bytes === null ? null : await readPrivateKey(bytes).catch(() => null);
  return key === null || fingerprintOf(key) !== fingerprint ? { ok: false, code: 'key-changed' } : { ok: true, key, mek: unwrapped.mek };
}

async function lockedWith({ key, mek }: UnlockedKey, parts: Omit<LockedKey, 'v' | 'locked'>, random: RandomBytes): Promise<LockedKey> {
  const sealed = await sealBytes(mek, key.write(), { aad: boundTo(parts), random });
  const locked: LockedKey = { v: 1, ...parts, locked: toBase64Url(sealed) };
  if (!isLockedKey(locked)) throw new RangeError('a key is locked in at least two ways, each passkey once, and by one passphrase and one recovery code at most');
  return locked;
}

function boundTo({ agency, member, fingerprint, version }: Omit<LockedKey, 'v' | 'locked' | 'methods'>): Uint8Array {
  return utf8(canonicalJson({ v: 1, agency, member, fingerprint, version }));
}
