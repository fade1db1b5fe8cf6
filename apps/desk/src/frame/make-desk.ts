import type { QueryClient } from '@tanstack/react-query';
import { uuid7 } from '@lateral/domain';
import type { Timers } from '../clock.js';
import type { Secrets } from '../crypto/secrets.js';
import { LIVE } from '../data/keys.js';
import type { Hub } from '../hub/hub.js';
import type { Keeper } from '../keeper/keeper.js';
import type { Session } from '../session/session.js';
import { Announcer } from './announcer.js';
import type { Desk } from './desk.js';
import { Drafts } from './drafts.js';
import { Live, type Channel, type Locks } from './live.js';
import type { Reach } from './reach.js';

export interface DeskParts {
  hub: Hub;
  keeper: Keeper;
  secrets: Secrets;
  session: Session;
  reach: Reach;
  queries: QueryClient;
  now: () => Date;
  timers: Timers;
  random: (length: number) => Uint8Array;
  channel: Channel;
  locks: Locks | null;
}

/** Puts together what pages work with, and has drafts and announcements go with the keys. */
export function makeDesk({ hub, keeper, secrets, session, reach, queries, now, timers, random, channel, locks }: DeskParts): Desk {
  const newId = (): string => uuid7(now(), random(10));
  const drafts = new Drafts({ hub, secrets, timers, now, newId });
  const announcer = new Announcer({ now, timers });
  // Only what is shown is asked for again: the rest is, when somebody comes to it.
  const poll = async (): Promise<void> => { await Promise.all(LIVE.map((name) => queries.invalidateQueries({ queryKey: [name] }, { throwOnError: true }))); };
  const live = new Live({ hub, channel, locks, timers, now, isHidden: () => document.hidden, poll });
  session.putAwayBeforeLock(() => drafts.putAway());
  session.storeBeforeLeaving(() => drafts.stored());
  let wasUnlocked = false;
  session.hear(() => {
    const isUnlocked = session.now().phase === 'unlocked';
    if (wasUnlocked && !isUnlocked) {
      drafts.locked();
      announcer.clear();
    }
    wasUnlocked = isUnlocked;
  });
  return { hub, keeper, secrets, session, drafts, live, announcer, reach, now, timers, newId, random };
}
