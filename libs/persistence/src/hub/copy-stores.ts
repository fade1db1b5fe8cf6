import type { Connections } from './connections.js';
import type { CopyLocks } from './copy-locks.js';
import { PostgresCustodyStore } from './custody-store.js';
import { PostgresDirectoryStore } from './directory-store.js';
import { PostgresGivenUpCopies } from './given-up-copies.js';
import { PostgresRosterStore } from './roster-store.js';
import type { Wake } from './wake.js';

/** Stores of copies of keys, which lie locked. */
export interface CopyStores {
  directory: PostgresDirectoryStore;
  custody: PostgresCustodyStore;
  rosters: PostgresRosterStore;
  givenUp: PostgresGivenUpCopies;
}

export function copyStores(connections: Connections, wake: Wake, locks: CopyLocks): CopyStores {
  return {
    directory: new PostgresDirectoryStore(connections, wake, locks), custody: new PostgresCustodyStore(connections, wake, locks),
    rosters: new PostgresRosterStore(connections, wake, locks), givenUp: new PostgresGivenUpCopies(connections),
  };
}
