import type { Logger } from './logger.js';
import { SettingsError } from './settings.js';

/** Says why a process does not start: one line for each setting that is missing or wrong, or one line with the error's code. */
export function logRefusal(log: Logger, error: unknown): void {
  if (!(error instanceof SettingsError)) log.failure('process.refused-to-start', error);
  else for (const setting of error.settings) log.failure('process.refused-to-start', error, { setting });
}
