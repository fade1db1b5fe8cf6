import { Buffer } from 'node:buffer';

const SAME = { lock: (_idx: number, bytes: Buffer): Buffer => bytes, unlock: (_idx: number, bytes: Buffer): Buffer => bytes };

/** Locks that lock nothing, for tests of the store below them. */
export const UNLOCKED = { forNew: () => Promise.resolve(SAME), of: () => Promise.resolve(SAME) };

const asItIs = (_part: string, bytes: Uint8Array): Buffer => Buffer.from(bytes);

/** The same for copies of keys: every object is there, and none has a key. */
export function unlockedCopies(newObject: () => string): { forNew(): Promise<{ object: string; lock: typeof asItIs }>; of(objects: readonly string[]): Promise<Map<string, typeof asItIs>> } {
  return { forNew: () => Promise.resolve({ object: newObject(), lock: asItIs }), of: (objects) => Promise.resolve(new Map(objects.map((object) => [object, asItIs]))) };
}
