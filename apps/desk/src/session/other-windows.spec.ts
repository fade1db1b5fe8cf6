import { describe, expect, it } from 'vitest';
import type { Hub } from '../hub/hub.js';
import type { Keeper } from '../keeper/keeper.js';
import type { Member } from '../keeper/keeper-deps.js';
import { lockTogether, type Windows } from './other-windows.js';
import { Session } from './session.js';

const ME = { agency: 'school', member: 'u-1', roles: [], keyLocked: true, session: { kind: 'person' } } as unknown as Member;

/** Windows of one browser, in each of which the same person has unlocked. */
function windowsOf(count: number, signOut: () => Promise<null> = async () => null): Session[] {
  const all = new Set<Windows>();
  return Array.from({ length: count }, () => {
    const session = new Session({ signOut } as unknown as Hub, { lock: () => undefined } as unknown as Keeper);
    const windows: Windows = { onmessage: null, postMessage: () => { for (const other of all) if (other !== windows) other.onmessage?.(undefined as never); } };
    all.add(windows);
    lockTogether(session, windows);
    session.unlocked(ME, 'exact');
    return session;
  });
}

const phases = (sessions: readonly Session[]): string[] => sessions.map((session) => session.now().phase);

describe('windows of one browser', () => {
  it('lock with the one in which somebody locked by hand, after what was written in each is put away', async () => {
    const sessions = windowsOf(3);
    const put: string[] = [];
    sessions[1]!.putAwayBeforeLock(async () => { put.push(sessions[1]!.now().phase); });
    await sessions[0]!.lockEverywhere();
    expect([phases(sessions), put]).toEqual([['locked', 'locked', 'locked'], ['unlocked']]);
  });

  it('stay open where one was only left alone', async () => {
    const sessions = windowsOf(2);
    await sessions[0]!.lock();
    expect(phases(sessions)).toEqual(['locked', 'unlocked']);
  });

  it('lock with a signing out, also where the hub does not take it', async () => {
    const sessions = windowsOf(2, () => Promise.reject(new Error('away')));
    await sessions[0]!.signOut();
    expect(phases(sessions)).toEqual(['locked', 'locked']);
  });
});
