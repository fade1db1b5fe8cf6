import { Buffer } from 'node:buffer';
import type { CopyLocks } from './copy-locks.js';

export const PARTS = {
  team: ({ member, epoch }: { member: string; epoch: string }): string => `team-copy ${member} ${epoch}`,
  custody: ({ member }: { member: string }): string => `custody-copy ${member}`,
  proposal: 'roster-proposal',
  kit: 'recovery-kit',
} as const;

/** A row of which one value lies locked; null for an object: it lies as it came. */
interface LockedRow { object: string | null; bytes: Buffer }

/** What can be read of these rows, in their order: a row is left out whose key has been destroyed, and without locks every one that is locked. */
export async function readable<R extends LockedRow>(rows: readonly R[], partOf: (row: R) => string, locks: CopyLocks | null): Promise<R[]> {
  const unlocks = await (locks?.of([...new Set(rows.flatMap(({ object }) => object ?? []))]) ?? new Map<string, never>());
  return rows.flatMap((row) => {
    if (row.object === null) return [row];
    const unlock = unlocks.get(row.object);
    return unlock === undefined ? [] : [{ ...row, bytes: unlock(partOf(row), row.bytes) }];
  });
}

/** Bytes as a statement takes many of them. */
export const hex = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`;
