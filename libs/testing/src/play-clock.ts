import { readFileSync } from 'node:fs';
import type { Clock } from '@lateral/exchange';

/**
 * The time of a case that is played. The player sets it in a file; the processes it starts (entry points under test/, never an
 * app's own) read it for each act. An ordinary start has no such clock and no way to be given one.
 */
export class PlayClock implements Clock {
  constructor(private readonly path: string) {}

  now(): Promise<Date> {
    return Promise.resolve(this.read());
  }

  read(): Date {
    const at = new Date(readFileSync(this.path, 'utf8'));
    if (Number.isNaN(at.getTime())) throw new Error('the clock of the case does not say a time');
    return at;
  }
}
