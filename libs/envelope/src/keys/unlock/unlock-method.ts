import { canonicalJson, concatBytes, fromBase64Url, toBase64Url, utf8, type UnlockMethod } from '@lateral/contracts';
import { openBytes, sealBytes, type RandomBytes } from '../aes-gcm.js';
import { COST_FLOOR, deriveKey, faultOfCost, faultOfPassphrase, recoveryCodeFrom, type UnlockSecret } from './unlock-secret.js';

/** Whose key a wrapping belongs to. Part of what it is bound to, so it unlocks nobody else's. */
export interface KeyOwner { agency: string; member: string; /** Of the personal key, upper-case hex. */ fingerprint: string }

const CHECK_BYTES = 16;

/** Wraps the locking key for one secret. Throws a RangeError that names the fault where the secret or its cost is too weak. */
export async function wrapMek(mek: Uint8Array, secret: UnlockSecret, { owner, random }: { owner: KeyOwner; random: RandomBytes }): Promise<UnlockMethod> {
  const cost = secret.kind === 'passphrase' ? { ...(secret.cost ?? COST_FLOOR) } : null;
  const fault = faultOfSecret(secret) ?? (cost === null ? null : faultOfCost(cost));
  if (fault !== null) throw new RangeError(fault);
  const salt = random.bytes(32);
  const method = { id: toBase64Url(random.bytes(16)), kind: secret.kind, credential: secret.kind === 'passkey' ? secret.credential : null, salt: toBase64Url(salt), cost };
  const derived = (await deriveKey(secret, salt, cost))!;
  const sealed = await sealBytes(derived.kek, mek, { aad: boundTo(owner, method), random });
  return { ...method, wrapped: toBase64Url(concatBytes(derived.check, sealed)) };
}

export type UnwrapRefusal = 'weak-cost' | 'excessive-cost' | 'wrong-secret' | 'method-changed';

/**
 * The locking key out of one wrapping. `wrong-secret`: the person brought another; `method-changed`: the secret is right and the wrapping
 * is another person's, another method's or says another cost than it was made with.
 */
export async function unwrapMek(method: UnlockMethod, secret: UnlockSecret, owner: KeyOwner): Promise<{ ok: true; mek: Uint8Array } | { ok: false; code: UnwrapRefusal }> {
  const fault = method.cost === null ? null : faultOfCost(method.cost);
  if (fault !== null) return { ok: false, code: fault };
  const derived = await deriveKey(secret, fromBase64Url(method.salt), method.cost);
  const wrapped = fromBase64Url(method.wrapped);
  if (derived === null || !derived.check.every((byte, i) => byte === wrapped[i])) return { ok: false, code: 'wrong-secret' };
  const mek = await openBytes(derived.kek, wrapped.slice(CHECK_BYTES), boundTo(owner, method));
  return mek?.length === 32 ? { ok: true, mek } : { ok: false, code: 'method-changed' };
}

function faultOfSecret(secret: UnlockSecret): string | null {
  if (secret.kind === 'passphrase') return faultOfPassphrase(secret.passphrase);
  if (secret.kind === 'recovery-code') return recoveryCodeFrom(secret.code) === null ? 'mistyped-code' : null;
  return secret.prf.length === 32 ? null : 'not-a-prf-result';
}

function boundTo({ agency, member, fingerprint }: KeyOwner, { id, kind, credential, cost }: Omit<UnlockMethod, 'salt' | 'wrapped'>): Uint8Array {
  return utf8(canonicalJson({ v: 1, agency, member, fingerprint, method: { id, kind, credential, cost } }));
}
