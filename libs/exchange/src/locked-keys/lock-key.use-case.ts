import type { LockedKey } from '@lateral/contracts';
import { composeRecord } from '../compose-record.js';
import { conflict } from '../settle.js';
import { done, refuse, type Result } from '../result.js';
import type { Actor, Clock, LockedKeyStore, Randomness } from '../ports/index.js';

export interface LockKeyDeps {
  clock: Clock;
  randomness: Randomness;
  lockedKeys: LockedKeyStore;
}

/** A member stores their personal key, which their client has locked, or changes the ways to unlock it. */
export class LockKey {
  constructor(private readonly deps: LockKeyDeps) {}

  async carryOut({ agency, member }: Actor, key: LockedKey): Promise<Result<{ version: number }>> {
    const { clock, lockedKeys, randomness } = this.deps;
    if (key.agency !== agency || key.member !== member) return refuse('invalid-request', { fields: [{ field: key.agency === agency ? '/member' : '/agency', reason: 'not-the-caller' }] });
    const at = await clock.now();
    const record = composeRecord('key.locked.v1', { agency, member, fingerprint: key.fingerprint, version: key.version }, { at, randomness, parties: [agency] });
    if (await lockedKeys.keep(key, at, record)) return done({ version: key.version });
    return conflict('version-changed', { version: (await lockedKeys.find(agency, member))?.version ?? 0, state: 'locked' });
  }
}
