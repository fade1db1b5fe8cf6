import { setTimeout as wait } from 'node:timers/promises';
import { hrMs } from '@lateral/platform';

/** Resolves with true when `check` does, looking again every so often, or with false after the time. */
export async function within(ms: number, check: () => Promise<boolean>): Promise<boolean> {
  const until = hrMs() + ms;
  for (;;) {
    if (await check()) return true;
    if (hrMs() > until) return false;
    await wait(50);
  }
}
