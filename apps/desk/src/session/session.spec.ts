import { describe, expect, it } from 'vitest';
import type { MeReply } from '@lateral/contracts';
import { HubProblem, type Hub } from '../hub/hub.js';
import type { Keeper } from '../keeper/keeper.js';
import type { Member } from '../keeper/keeper-deps.js';
import { Session } from './session.js';

const ME = { agency: 'school', member: 'u-1', roles: [], keyLocked: true, session: { kind: 'person' } } as unknown as Member;

function sessionOf(me: () => Promise<MeReply | null>, signOut: () => Promise<null> = async () => null) {
  const did: string[] = [];
  const keeper = { lock: () => { did.push('lock'); }, locked: () => { did.push('locked'); } } as unknown as Keeper;
  const session = new Session({ me, signOut: () => { did.push('sign-out'); return signOut(); } } as unknown as Hub, keeper);
  return { session, did };
}

describe('who is at this desk', () => {
  it.each<[string, Partial<MeReply> | null, object]>([
    ['nobody', null, { phase: 'nobody', ended: false }],
    ['a newcomer', { member: null }, { phase: 'newcomer' }],
    ['a member without a key', { keyLocked: false }, { phase: 'keyless' }],
    ['a member for whom two custodians have yet to sign', { session: { ...ME.session, kind: 'newcomer' } }, { phase: 'unsigned' }],
    ['a member', {}, { phase: 'locked', byItself: false }],
  ])('is %s', async (_, change, phase) => {
    const { session } = sessionOf(async () => (change === null ? null : { ...ME, ...change } as MeReply));
    await session.start();
    expect(session.now()).toMatchObject(phase);
  });

  it('is not known while the hub is away', async () => {
    const { session } = sessionOf(() => Promise.reject(new HubProblem(0, 'away')));
    await session.start();
    expect(session.now()).toEqual({ phase: 'away' });
  });
});

describe('locking', () => {
  it('has drafts put away first, once, whatever comes of it', async () => {
    const { session, did } = sessionOf(async () => ME);
    session.unlocked(ME, 'exact');
    let finish: () => void = () => undefined;
    session.putAwayBeforeLock(() => new Promise((go) => { did.push('put away'); finish = go; }));
    session.putAwayBeforeLock(() => Promise.reject(new Error('too late')));
    const locking = Promise.all([session.lock(), session.lock()]);
    expect(did).toEqual(['put away']);
    finish();
    await locking;
    expect([did, session.now()]).toEqual([['put away', 'lock'], { phase: 'locked', me: ME, byItself: false }]);
  });

  it('by the worker itself is told as such', () => {
    const { session } = sessionOf(async () => ME);
    session.unlocked(ME, 'exact');
    session.locked();
    expect(session.now()).toEqual({ phase: 'locked', me: ME, byItself: true });
  });

  it('comes before signing out, and with the end of the session', async () => {
    const { session, did } = sessionOf(async () => ME);
    session.unlocked(ME, 'exact');
    const leaving: boolean[] = [];
    session.hear(() => { leaving.push(session.isLeaving); });
    await session.signOut();
    expect([did, session.now()]).toEqual([['lock', 'sign-out'], { phase: 'nobody', ended: true }]);
    // The page that is locked for a moment on the way asks for nothing.
    expect([leaving, session.isLeaving]).toEqual([[true, false], false]);
    session.ended();
    expect(did).toHaveLength(2);
    session.unlocked(ME, 'exact');
    session.ended();
    expect([did.at(-1), session.now()]).toEqual(['lock', { phase: 'nobody', ended: true }]);
  });

  it('has what was written stored before the session ends', async () => {
    const { session, did } = sessionOf(async () => ME);
    session.unlocked(ME, 'exact');
    let store: () => void = () => undefined;
    session.storeBeforeLeaving(() => new Promise((go) => { store = () => { did.push('stored'); go(); }; }));
    const leaving = session.signOut();
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    expect(did).toEqual(['lock']);
    store();
    await leaving;
    expect(did).toEqual(['lock', 'stored', 'sign-out']);
  });

  it('is no signing out where the hub did not take it', async () => {
    let status = 503;
    const { session } = sessionOf(async () => ME, () => Promise.reject(new HubProblem(status, 'unavailable')));
    session.unlocked(ME, 'exact');
    await session.signOut();
    expect([session.now().phase, session.isStillIn, session.isLeaving]).toEqual(['locked', true, false]);
    session.unlocked(ME, 'exact');
    expect(session.isStillIn).toBe(false);
    status = 401;
    await session.signOut();
    expect([session.now(), session.isStillIn]).toEqual([{ phase: 'nobody', ended: true }, false]);
  });
});
