import { uuid7 } from '@lateral/domain';
import type { ObjectKeys, Randomness } from '@lateral/exchange';
import type { CopyLock, CopyLocks, Unlock } from '../hub/copy-locks.js';
import { lockPart, unlockPart } from './object-lock.js';

/** Locks copies of keys under objects of their own: destroying the key of one makes them unreadable in every backup. */
export class ObjectCopyLocks implements CopyLocks {
  constructor(private readonly keys: ObjectKeys, private readonly randomness: Randomness) {}

  async forNew(at: Date): Promise<CopyLock> {
    const object = uuid7(at, this.randomness.bytes(10));
    const key = (await this.keys.keep([object])).get(object);
    if (key === undefined) throw new Error('an object that is new has no key');
    return { object, lock: (part, bytes) => lockPart(key, { object, part }, bytes, this.randomness) };
  }

  async of(objects: readonly string[]): Promise<ReadonlyMap<string, Unlock>> {
    const keys = await this.keys.find(objects);
    return new Map([...keys].map(([object, key]) => [object, (part: string, bytes: Uint8Array) => unlockPart(key, { object, part }, bytes)]));
  }
}
