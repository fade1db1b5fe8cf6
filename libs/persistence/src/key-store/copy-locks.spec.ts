import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { MemoryObjectKeys } from '@lateral/testing/fakes';
import { ObjectCopyLocks } from './copy-locks.js';

const randomness = { bytes: (n: number): Uint8Array => randomBytes(n) };
const AT = new Date('2026-11-22T10:00:00.000Z');

describe('locks of copies', () => {
  let keys: MemoryObjectKeys;
  let locks: ObjectCopyLocks;
  beforeEach(() => {
    keys = new MemoryObjectKeys(randomness);
    locks = new ObjectCopyLocks(keys, randomness);
  });

  it('give back what was locked, as the part that it was and as no other', async () => {
    const [lock, other] = [await locks.forNew(AT), await locks.forNew(AT)];
    expect(lock.object).not.toBe(other.object);
    const unlocks = await locks.of([lock.object, other.object]);
    fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), fc.string(), fc.string(), (bytes, part, wrong) => {
      fc.pre(part !== wrong);
      const locked = lock.lock(part, bytes);
      expect(unlocks.get(lock.object)!(part, locked)).toEqual(Buffer.from(bytes));
      expect(() => unlocks.get(lock.object)!(wrong, locked)).toThrow();
      expect(() => unlocks.get(other.object)!(part, locked)).toThrow();
    }));
  });

  it('say nothing of an object whose key was destroyed, and leave the others', async () => {
    const [gone, kept] = [await locks.forNew(AT), await locks.forNew(AT)];
    await keys.destroy([gone.object]);
    expect([...(await locks.of([gone.object, kept.object])).keys()]).toEqual([kept.object]);
  });
});
