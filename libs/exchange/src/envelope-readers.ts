import type { EnvelopeFacts } from './ports/index.js';

/** Agencies that a message is sealed to, each once: its sender, the addressed one and those that read for it. What befalls it is recorded for all of them. */
export function readersOf({ from, to, delegates }: Pick<EnvelopeFacts, 'from' | 'to' | 'delegates'>): string[] {
  return [from, ...(to === null ? [] : [to]), ...delegates];
}
