import type { LockedKey } from '@lateral/contracts';
import { fingerprintOf, lockPersonalKey, makePersonalKey, newRecoveryCode, publicKeyText, unlockPersonalKey, type PrivateKey, type RandomBytes, type UnlockSecret } from '@lateral/envelope/keys';
import type { Given, Told, Whose } from './protocol.js';

/** A personal key while it is unlocked, and whose it is. */
export interface Unlocked { key: PrivateKey; whose: Whose }

export async function makeKey({ agency, member }: Whose, at: Date): Promise<{ unlocked: Unlocked; told: Told<'make-key'> }> {
  const key = await makePersonalKey({ agency, member, at });
  return { unlocked: { key, whose: { agency, member } }, told: { key: publicKeyText(key), fingerprint: fingerprintOf(key) } };
}

/** A recovery code goes with every key: whoever loses their telephone still has a sheet of paper. */
export async function lockKey({ key, whose }: Unlocked, { secrets }: Given<'lock-key'>, random: RandomBytes): Promise<Told<'lock-key'>> {
  const recoveryCode = newRecoveryCode(random);
  try {
    const { locked } = await lockPersonalKey({ ...whose, key, secrets: [...secrets, { kind: 'recovery-code', code: recoveryCode }], random });
    return { ok: true, locked, recoveryCode };
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, code: 'weak-secret' };
    throw error;
  } finally {
    secrets.forEach(wipe);
  }
}

/** `mek` is what locks the key: its reader wipes it. */
export async function unlockKey({ locked, secret, expected }: Given<'unlock'>): Promise<{ unlocked: Unlocked; mek: Uint8Array; told: Told<'unlock'> } | { unlocked: null; told: Told<'unlock'> }> {
  const opened = await unlockPersonalKey(locked as LockedKey, secret, expected);
  wipe(secret);
  if (!opened.ok) return { unlocked: null, told: opened };
  return { unlocked: { key: opened.key, whose: { agency: expected.agency, member: expected.member } }, mek: opened.mek, told: { ok: true, fingerprint: locked.fingerprint } };
}

export function wipe(secret: UnlockSecret): void {
  if (secret.kind === 'passkey') secret.prf.fill(0);
}
