import { beforeEach, describe, expect, it } from 'vitest';
import type { NewSession, SessionStore } from '@lateral/exchange';
import { MemorySessionStore, MemoryTables } from '@lateral/testing/fakes';
import { RememberedSessions } from './remembered-sessions.js';

const AT = new Date('2026-03-09T10:00:00.000Z');
const TOKEN = Uint8Array.of(1);
const session = (kind: 'machine' | 'person'): NewSession => ({
  id: 'one', tokenHash: TOKEN, kind, agency: 'police-a', member: 'm1', issuer: null, subject: null, sid: null, startedAt: AT, seenAt: AT, idleUntil: null, expiresAt: new Date(AT.getTime() + 60_000),
});

describe('sessions that are remembered', () => {
  let store: SessionStore;
  let remembered: RememberedSessions;
  let elapsed: number;
  beforeEach(() => {
    store = new MemorySessionStore(new MemoryTables());
    elapsed = 0;
    remembered = new RememberedSessions(store, () => elapsed);
  });
  const end = (by: SessionStore) => by.end({ agency: 'police-a', member: 'm1' }, {}, []);

  it('are those of machines, for five seconds', async () => {
    await store.start(session('machine'), []);
    expect(await remembered.find(TOKEN, AT)).not.toBeNull();
    await end(store);
    elapsed = 4_999;
    expect(await remembered.find(TOKEN, AT)).not.toBeNull();
    elapsed = 5_000;
    expect(await remembered.find(TOKEN, AT)).toBeNull();
  });

  it('never those of people: one that another hub ends is nothing at once', async () => {
    await store.start(session('person'), []);
    expect(await remembered.find(TOKEN, AT)).not.toBeNull();
    await end(store);
    expect(await remembered.find(TOKEN, AT)).toBeNull();
  });

  it('are forgotten where this hub ends one, and when their time is over', async () => {
    await store.start(session('machine'), []);
    expect(await remembered.find(TOKEN, AT)).not.toBeNull();
    expect(await remembered.find(TOKEN, new Date(AT.getTime() + 60_000))).toBeNull();
    expect(await remembered.find(TOKEN, AT)).not.toBeNull();
    await end(remembered);
    expect(await remembered.find(TOKEN, AT)).toBeNull();
  });
});
