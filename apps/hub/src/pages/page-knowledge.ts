import type { SignInAgency } from '@lateral/contracts';
import type { HubParts } from '../hub-parts.js';
import { SignInAgencies } from '../sign-in/sign-in-agencies.js';
import { cookiesOf } from '../sign-in/sign-in-wiring.js';
import type { PageKnowledge } from './static-pages.js';

const FRESH_MS = 10_000;

/** What static pages say, from the parts of a hub. `elapsedMs` counts from anywhere. */
export function pageKnowledgeOf(parts: HubParts, elapsedMs: () => number): PageKnowledge {
  const { directoryStore, health, log, signIn } = parts;
  const agencies = new SignInAgencies(directoryStore, signIn.providers);
  const cookies = cookiesOf(parts);
  return {
    agencies: remembered(() => agencies.read(), elapsedMs, (error) => { log.failure('request.failed', error, { part: 'pages' }); }),
    isReady: () => health.state().ready, takeNotice: (request, reply) => cookies.takeNotice(request, reply), isSecure: new URL(signIn.origin).protocol === 'https:',
  };
}

/** Strangers ask, and change nothing: however many they are, the store is asked every ten seconds. While it is away the last answer stands. */
export function remembered(read: () => Promise<readonly SignInAgency[]>, elapsedMs: () => number, onFailure: (error: unknown) => void): () => Promise<readonly SignInAgency[]> {
  let last: readonly SignInAgency[] = [];
  let readAt = -Infinity;
  let reading: Promise<void> | null = null;
  const readAgain = async (): Promise<void> => {
    readAt = elapsedMs();
    try {
      last = await read();
    } catch (error) {
      onFailure(error);
    }
  };
  return async () => {
    if (elapsedMs() - readAt >= FRESH_MS) reading = readAgain().finally(() => { reading = null; });
    await reading;
    return last;
  };
}
