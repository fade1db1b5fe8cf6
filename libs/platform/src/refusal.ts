import type { Logger } from './logger.js';
import { SettingsError } from './settings.js';

/** Faults of configuration files, by name only: whoever starts a process need not load what reads them. */
interface FaultyConfig { faults: readonly { file: string; line: number; field: string; says: string }[] }

/** Says why a process does not start: one line for each setting or place in a file that is missing or wrong, or one line with the error's code. */
export function logRefusal(log: Logger, error: unknown): void {
  const event = 'process.refused-to-start';
  if (error instanceof SettingsError) for (const setting of error.settings) log.failure(event, error, { setting });
  else if (isFaultyConfig(error)) for (const { file, line, field, says } of error.faults) log.failure(event, error, { file, line, field, fault: says });
  else log.failure(event, error);
}

function isFaultyConfig(error: unknown): error is FaultyConfig {
  return typeof error === 'object' && error !== null && (error as { code?: unknown }).code === 'config-invalid';
}
