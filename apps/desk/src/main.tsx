import './styles.scss';
import { fetchFrom, language, workerFrom } from './first.js';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { systemNow, systemTimers } from './clock.js';
import { Secrets } from './crypto/secrets.js';
import { newQueries } from './data/queries.js';
import { DeskContext } from './frame/desk.js';
import type { Channel } from './frame/live.js';
import { makeDesk } from './frame/make-desk.js';
import { Reach } from './frame/reach.js';
import { deskRouter } from './frame/routes.js';
import { Hub, HubProblem } from './hub/hub.js';
import { Keeper } from './keeper/keeper.js';
import { lockTogether } from './session/other-windows.js';
import { Session } from './session/session.js';
import { signInAgain } from './session/sign-in-again.js';
import { beginWords } from './words/begin-words.js';
import { cookieOf, withoutLanguage } from './words/languages.js';

const TOUCH_MS = 10_000;
/** The hub ends a session that is not used for half an hour, and does not see somebody read. */
const SAY_MS = 5 * 60_000;

async function pin(): Promise<string> {
  const response = await fetch('/desk/pin.json', { cache: 'no-store', redirect: 'error' });
  return ((await response.json()) as { root: string }).root;
}

async function begin(root: HTMLElement): Promise<void> {
  const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
  document.cookie = cookieOf(language);
  // The cookie says it from here on: an address that is copied asks nobody for a language.
  history.replaceState(history.state, '', `${location.pathname}${withoutLanguage(location.search)}${location.hash}`);
  document.documentElement.lang = language;
  document.body.classList.add('js-enabled', 'govuk-frontend-supported');
  const queries = newQueries();
  const hub: Hub = new Hub(fetchFrom, random, { reached: () => { reach.answered(); }, away: () => { reach.away(); }, ended: () => { session.ended(); }, outdated: () => { keeper.outdated(); } });
  const reach = new Reach({ now: systemNow, timers: systemTimers, probe: () => hub.health() });
  const secrets = new Secrets(workerFrom, (byItself) => { queries.clear(); if (byItself) session.locked(); });
  const keeper: Keeper = new Keeper({ hub, secrets, authenticators: navigator.credentials, storage: localStorage, now: systemNow, random, pin, signInAgain });
  const session: Session = new Session(hub, keeper);
  lockTogether(session, new BroadcastChannel('lateral-lock'));
  touchWhileUsed(keeper, secrets, hub);
  // A page that comes back from the browser's memory comes back locked.
  addEventListener('pageshow', ({ persisted }) => { if (persisted) void session.lock(); });
  const words = beginWords(language);
  await session.start();
  // The worker has most to do before a page can be shown: it goes first on the line, and the page's own code after it.
  fetchAhead(session, keeper);
  const router = deskRouter();
  await words;
  const desk = makeDesk({ hub, keeper, secrets, session, reach, queries, now: systemNow, timers: systemTimers, random, channel: new BroadcastChannel('lateral-live') as Channel, locks: navigator.locks });
  createRoot(root, { onCaughtError: unforeseen }).render(
    <DeskContext.Provider value={desk}>
      <QueryClientProvider client={queries}><RouterProvider router={router} onError={unforeseen} /></QueryClientProvider>
    </DeskContext.Provider>,
  );
}

/** What unlocking will take is under way before its page is shown. */
function fetchAhead(session: Session, keeper: Keeper): void {
  const standing = session.now();
  if (standing.phase === 'locked') keeper.fetchAhead(standing.me);
}

/** What the hub refuses is said on the page; anything else that a page throws is a fault of ours. */
function unforeseen(error: unknown): void {
  if (!(error instanceof HubProblem)) reportError(error);
}

/** Somebody who types or moves is somebody who is there: for the worker, and now and then for the hub. */
function touchWhileUsed(keeper: Keeper, secrets: Secrets, hub: Hub): void {
  let touchedAt = 0;
  let saidAt = systemNow().getTime();
  const touch = (): void => {
    const now = systemNow().getTime();
    if (now - touchedAt < TOUCH_MS || !keeper.isUnlocked) return;
    touchedAt = now;
    void secrets.ask('touch', null).catch(() => undefined);
    if (now - saidAt < SAY_MS) return;
    saidAt = now;
    void hub.touch().catch(() => undefined);
  };
  for (const event of ['keydown', 'pointerdown', 'pointermove']) addEventListener(event, touch, { passive: true });
}

const root = document.getElementById('desk');
if (root === null) throw new Error('the page has no place for the desk');
void begin(root);
