import type { Session } from '../session/session.js';

/** So many more passkeys than before, or fewer: what unlocking offers goes by it. */
export function passkeysNow(session: Session, more: number): void {
  const standing = session.now();
  if (standing.phase === 'unlocked') session.unlocked({ ...standing.me, passkeys: standing.me.passkeys + more }, standing.log);
}
