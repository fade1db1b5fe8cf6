import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Hub } from '../hub/hub.js';
import type { Keeper } from '../keeper/keeper.js';
import type { Member } from '../keeper/keeper-deps.js';
import type { Secrets } from '../crypto/secrets.js';
import type { Timers } from '../clock.js';
import type { Session, Standing } from '../session/session.js';
import type { Announcer } from './announcer.js';
import type { Drafts } from './drafts.js';
import type { Live } from './live.js';
import type { Reach } from './reach.js';

/** What every page works with. `newId`: uuid v7; `random`: so many bytes. */
export interface Desk { hub: Hub; keeper: Keeper; secrets: Secrets; session: Session; drafts: Drafts; live: Live; announcer: Announcer; reach: Reach; now: () => Date; timers: Timers; newId: () => string; random: (length: number) => Uint8Array }

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('outside of the desk');
  return desk;
}

export function useStanding(): Standing {
  const { session } = useDesk();
  return useSyncExternalStore(session.hear, session.now);
}

/** Who is signed in; only below the frame, which shows its pages to nobody else. */
export function useMember(): Member {
  const standing = useStanding();
  if (standing.phase !== 'unlocked' && standing.phase !== 'locked') throw new Error('nobody is signed in');
  return standing.me;
}
