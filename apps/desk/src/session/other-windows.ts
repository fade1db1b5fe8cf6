import type { Session } from './session.js';

/** As much of a BroadcastChannel as is used. */
export interface Windows { postMessage(message: null): void; onmessage: ((event: never) => void) | null }

/**
 * Each window has keys of its own, and whoever leaves a computer presses in the one that they see: the others lock with it. A window that
 * was left alone locks by itself only, for somebody may be reading in another.
 */
export function lockTogether(session: Pick<Session, 'lock' | 'tellOtherWindows'>, windows: Windows): void {
  session.tellOtherWindows(() => { windows.postMessage(null); });
  windows.onmessage = () => { void session.lock(); };
}
