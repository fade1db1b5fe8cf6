import type { RetrySettings } from './queue.settings.js';

/**
 * Milliseconds to wait after the nth failed try (n from 1): doubling from `baseMs`, never above `capMs`, and a random half of
 * it taken off so that what failed together does not come back together. `random` gives [0, 1).
 */
export function backoffMs(attemptsMade: number, retry: Pick<RetrySettings, 'baseMs' | 'capMs'>, random: () => number): number {
  const full = Math.min(retry.capMs, retry.baseMs * 2 ** Math.min(attemptsMade - 1, 30));
  return Math.max(1, Math.round(full * (1 - random() / 2)));
}
