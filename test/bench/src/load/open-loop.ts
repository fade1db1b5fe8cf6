import { setTimeout as wait } from 'node:timers/promises';
import { hrMs } from '@lateral/platform';

/**
 * Starts operations at a fixed rate whether or not earlier ones have ended, and resolves when all have. `act` is told when its turn
 * was: time that it had to wait for the pacer counts, so that an overload cannot hide itself.
 */
export async function openLoop<T>(perSecond: number, items: readonly T[], act: (item: T, dueMs: number) => Promise<void>): Promise<void> {
  const began = hrMs();
  const running: Promise<void>[] = [];
  for (const [i, item] of items.entries()) {
    const due = began + (i * 1_000) / perSecond;
    const early = due - hrMs();
    if (early > 0) await wait(early);
    running.push(act(item, due));
  }
  await Promise.all(running);
}
