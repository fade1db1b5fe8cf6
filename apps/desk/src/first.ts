import { ROUTES } from '@lateral/contracts';
import { ASKED } from './asked.js';
import { FIRST_WORDS } from './words/first-words.js';
import { languageOf, type Language } from './words/languages.js';

// The page imports this before all else: what every visit waits for is asked for before the rest of the script has run.
export const language: Language = languageOf(location.search, document.cookie);
FIRST_WORDS[language]().catch(() => undefined);
let who: Promise<Response> | null = fetch(ROUTES.me, ASKED);
who.catch(() => undefined);

/** `fetch`, which has asked already who is signed in. */
export const fetchFrom: typeof fetch = (input, init) => {
  const asked = input === ROUTES.me ? who : null;
  if (asked !== null) who = null;
  return asked ?? fetch(input, init);
};
