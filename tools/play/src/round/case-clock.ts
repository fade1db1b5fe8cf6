import { renameSync, writeFileSync } from 'node:fs';
import type { RoundTime } from './stage.js';

/**
 * A case happens when it happened. The player alone moves the case's clock, by writing the time to a file that the processes of
 * the case read (test/play; an app's own start reads no such file). It never goes back: no act may be dated before a recorded one.
 */
export function caseTime(file: string, startsAt: Date): RoundTime {
  let now = startsAt;
  const write = (): void => {
    writeFileSync(`${file}.new`, now.toISOString(), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  write();
  return {
    now: () => now,
    reach: (at) => {
      if (at.getTime() > now.getTime()) {
        now = at;
        write();
      }
      return Promise.resolve();
    },
  };
}
