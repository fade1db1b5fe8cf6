import type { SealedEnvelope } from '@lateral/contracts';
import type { EnvelopeFacts, RequestFacts } from './ports/index.js';

/** Agencies that a message is sealed to, each once: its sender, the addressed one and those that read for it. What befalls it is recorded for all of them. */
export function readersOf({ from, to, delegates }: Pick<EnvelopeFacts, 'from' | 'to' | 'delegates'>): string[] {
  return [from, ...(to === null ? [] : [to]), ...delegates];
}

/** Whether an agency is told where a request stands: the one that asks and the one that is asked are, and nobody who reads for either. */
export function knowsStanding({ asking, asked }: Pick<RequestFacts, 'asking' | 'asked'>, agency: string): boolean {
  return agency === asking || agency === asked;
}

/** Agencies that are told of a question: the one it is put to, and those that the sender found to read for that one at this hour. */
export function toldOfQuestion({ header: { context } }: Pick<SealedEnvelope, 'header'>, asked: string): string[] {
  return [asked, ...(context.delegates ?? []).map(({ agency }) => agency)];
}
