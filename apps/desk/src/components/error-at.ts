import type { SummaryError } from './error-summary.js';

/** What is wrong with one control, as it is said above the page: beside the control it is said once more. */
export function errorAt(errors: readonly SummaryError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.message;
}
