import type { Buffer } from 'node:buffer';
import type { ObjectKeys, Randomness } from '@lateral/exchange';
import type { ChunkLock, ChunkLocks } from '../hub/attachment-store.js';
import { lockPart, unlockPart } from './object-lock.js';

/** Locks an attachment's chunks one by one, under the key of the attachment and each by its place. */
export class ObjectChunkLocks implements ChunkLocks {
  constructor(private readonly keys: ObjectKeys, private readonly randomness: Randomness) {}

  async forNew(object: string): Promise<ChunkLock | null> {
    const key = (await this.keys.keep([object])).get(object);
    return key === undefined ? null : this.lockWith(key, object);
  }

  async of(object: string): Promise<ChunkLock | null> {
    const key = (await this.keys.find([object])).get(object);
    return key === undefined ? null : this.lockWith(key, object);
  }

  private lockWith(key: Uint8Array, object: string): ChunkLock {
    const named = (idx: number): { object: string; part: string } => ({ object, part: `chunk ${idx}` });
    return {
      lock: (idx: number, bytes: Buffer): Buffer => lockPart(key, named(idx), bytes, this.randomness),
      unlock: (idx: number, bytes: Buffer): Buffer => unlockPart(key, named(idx), bytes),
    };
  }
}
