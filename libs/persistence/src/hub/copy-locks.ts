import type { Buffer } from 'node:buffer';

/** Locks copies of keys that are kept together. `part` says which of them one is: none can be put in the place of another. */
export interface CopyLock {
  readonly object: string;
  lock(part: string, bytes: Uint8Array): Buffer;
}
export type Unlock = (part: string, bytes: Uint8Array) => Buffer;
/** Where the locks come from. An object whose key was destroyed is in no answer. */
export interface CopyLocks {
  forNew(at: Date): Promise<CopyLock>;
  of(objects: readonly string[]): Promise<ReadonlyMap<string, Unlock>>;
}
