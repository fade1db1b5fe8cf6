import type { FollowLog } from '@lateral/exchange';

/** How much of what it saw a hub that is killed can forget. */
const EVERY_MS = 5_000;

/**
 * Follows each log until the returned end of it, which keeps what was seen last. One look at a time: a log that is slow to answer is
 * not asked again meanwhile. Whatever fails is told to `onFailure`, and tried again.
 */
export function goOnFollowing(logs: readonly Pick<FollowLog, 'carryOut' | 'end'>[], onFailure: (error: unknown) => void, everyMs = EVERY_MS): () => Promise<void> {
  const ends = logs.map((log) => following(log, onFailure, everyMs));
  return async () => { await Promise.all(ends.map((end) => end())); };
}

function following(log: Pick<FollowLog, 'carryOut' | 'end'>, onFailure: (error: unknown) => void, everyMs: number): () => Promise<void> {
  let running: Promise<unknown> | null = null;
  const look = (): void => {
    running ??= log.carryOut().catch(onFailure).finally(() => { running = null; });
  };
  look();
  const timer = setInterval(look, everyMs).unref();
  return async () => {
    clearInterval(timer);
    await running;
    await log.end().catch(onFailure);
  };
}
