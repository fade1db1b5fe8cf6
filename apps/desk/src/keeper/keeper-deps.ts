import type { MeReply } from '@lateral/contracts';
import type { Secrets } from '../crypto/secrets.js';
import type { Hub } from '../hub/hub.js';
import type { Authenticators } from './passkeys.js';

/** What the keeper and its helpers work with: hub, worker, authenticator, this browser's store, clock and chance. */
export interface KeeperDeps {
  hub: Hub;
  secrets: Secrets;
  authenticators: Authenticators;
  storage: Pick<Storage, 'getItem' | 'setItem'>;
  now: () => Date;
  random: (length: number) => Uint8Array;
  /** Fingerprint of the partnership's root, as it came with this code. */
  pin: () => Promise<string>;
  /** Sends the person to their provider in a tab of its own, because the keys of this one must stay; comes back when they do. */
  signInAgain: (location: string) => Promise<void>;
}

/** Whoever signed in, as a member of an agency. */
export type Member = MeReply & { member: string };
