import type { Buffer } from 'node:buffer';

const SAME = { lock: (_idx: number, bytes: Buffer): Buffer => bytes, unlock: (_idx: number, bytes: Buffer): Buffer => bytes };

/** Locks that lock nothing, for tests of the store below them. */
export const UNLOCKED = { forNew: () => Promise.resolve(SAME), of: () => Promise.resolve(SAME) };
