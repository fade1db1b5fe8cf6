import { changeUnlockMethods, fingerprintOf, unlockPersonalKey, newRecoveryCode, type RandomBytes } from '@lateral/envelope/keys';
import { wipe, type Unlocked } from './personal-key.js';
import type { Given, Told } from './protocol.js';

/** How long what locks the key is held after it was unlocked by words, or unlocked again for that: for one change of the ways in. */
export const HELD_MS = 5 * 60_000;

/** The 32 bytes that lock a personal key, while its owner may add a way to unlock it. They are in the worker only, and wiped when they go. */
export class HeldLock {
  private held: { mek: Uint8Array; until: number } | null = null;

  constructor(private readonly deps: { now: () => Date; random: RandomBytes }) {}

  isHeld(): boolean {
    if (this.held !== null && this.held.until <= this.deps.now().getTime()) this.drop();
    return this.held !== null;
  }

  hold(mek: Uint8Array): void {
    this.drop();
    this.held = { mek, until: this.deps.now().getTime() + HELD_MS };
  }

  drop(): void {
    this.held?.mek.fill(0);
    this.held = null;
  }

  /** One of the ways in opens it again, for a key that is unlocked already. */
  async open({ locked, secret }: Given<'hold-lock'>, { key, whose }: Unlocked): Promise<Told<'hold-lock'>> {
    const opened = await unlockPersonalKey(locked, secret, { ...whose, fingerprint: fingerprintOf(key) });
    wipe(secret);
    if (!opened.ok) return opened;
    this.hold(opened.mek);
    return { ok: true };
  }

  /** The next version of the own locked key, with ways to unlock it added and taken away. A code that is asked for takes the place of the one before. What was held goes, whatever came of it. */
  async change({ locked, add, remove, newCode }: Given<'change-lock'>, { key, whose }: Unlocked): Promise<Told<'change-lock'>> {
    if (!this.isHeld() || this.held === null) return { ok: false, code: 'lock-closed' };
    // Another's locked key, shown as one's own, would be given a way in that is made for this one.
    if (locked.agency !== whose.agency || locked.member !== whose.member || locked.fingerprint !== fingerprintOf(key)) return { ok: false, code: 'another-member' };
    const recoveryCode = newCode ? newRecoveryCode(this.deps.random) : null;
    const added = recoveryCode === null ? add : [...add, { kind: 'recovery-code' as const, code: recoveryCode }];
    const removed = [...remove, ...(newCode ? locked.methods.filter(({ kind }) => kind === 'recovery-code').map(({ id }) => id) : [])];
    try {
      return { ok: true, locked: await changeUnlockMethods(locked, { key, mek: this.held.mek }, { add: added, remove: removed, random: this.deps.random }), recoveryCode };
    } catch (error) {
      if (error instanceof RangeError) return { ok: false, code: 'weak-secret' };
      throw error;
    } finally {
      this.drop();
      add.forEach(wipe);
    }
  }
}
