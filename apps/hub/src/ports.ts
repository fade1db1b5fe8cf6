import type { AnnouncedNotice } from '@lateral/exchange';

/** Tokens under which Nest hands out what has only a type. */
export const CHECK_STORE = Symbol('CheckStore');
export const DIRECTORY_STORE = Symbol('DirectoryStore');
export const LEDGER_PROOFS = Symbol('LedgerProofs');
export const KEY_LOG_PROOFS = Symbol('LedgerProofs of the key log');
export const CUSTODY_STORE = Symbol('CustodyStore');
export const LOCKED_KEY_STORE = Symbol('LockedKeyStore');
export const ROSTER_STORE = Symbol('RosterStore');
export const NOTICE_SOURCE = Symbol('NoticeSource');
export const CONTACT_STORE = Symbol('ContactStore');
export const MEMBER_NAME_STORE = Symbol('MemberNameStore');
export const CLOCK = Symbol('Clock');
export const LOG = Symbol('Logger');
export const AUDIENCE = Symbol('audience of assertions');
export const HEALTH = Symbol('Health');

/** Notices that courier has announced, as connected clients are shown them. */
export interface NoticeSource {
  /** The notices that a wake-up named. */
  byIds(ids: readonly string[]): Promise<AnnouncedNotice[]>;
  /** A page of everything that whoever has seen one notice of the agency may not have seen; some may come again. Empty for an unknown one. `past`: the last of the page before. */
  since(agency: string, seen: string, page: { past: string | null; limit: number }): Promise<AnnouncedNotice[]>;
  /** Id of the agency's newest notice, or null where it never had one. */
  newest(agency: string): Promise<string | null>;
  /** Calls `onWake` with ids just announced, or with none where something may have been. Resolves when listening; returns the end of it. */
  listen(onWake: (ids: string[]) => void): Promise<() => Promise<void>>;
  /** The same for sessions: calls `onWake` where some may have ended, at this hub or at another. */
  listenForEnds(onWake: () => void): Promise<() => Promise<void>>;
}
