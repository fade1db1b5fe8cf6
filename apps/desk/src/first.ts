import { ROUTES } from '@lateral/contracts';
import { ASKED } from './asked.js';
import { newWorker } from './crypto/new-worker.js';
import type { WorkerLike } from './crypto/secrets.js';
import { FIRST_WORDS } from './words/first-words.js';
import { languageOf, type Language } from './words/languages.js';

// The page imports this before all else: what every visit waits for is asked for before the rest of the script has run. Who is there the
// page itself has asked for by then (index.html), with a request just like this one.
export const language: Language = languageOf(location.search, document.cookie);
FIRST_WORDS[language]().catch(() => undefined);
let worker: WorkerLike | null = newWorker();
worker.onerror = () => { worker = null; };
let who: Promise<Response> | null = fetch(ROUTES.me, ASKED);
who.catch(() => undefined);

/** `fetch`, which has asked already who is signed in. */
export const fetchFrom: typeof fetch = (input, init) => {
  const asked = input === ROUTES.me ? who : null;
  if (asked !== null) who = null;
  return asked ?? fetch(input, init);
};

/** A worker that holds nothing yet: the first is on its way already. */
export const workerFrom = (): WorkerLike => {
  const begun = worker;
  worker = null;
  return begun ?? newWorker();
};
