import '../../src/styles.scss';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot, type Root } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { MOST_STEP_UP_OBJECTS } from '@lateral/domain/access';
import { Secrets } from '../../src/crypto/secrets.js';
import { newQueries } from '../../src/data/queries.js';
import { DeskContext } from '../../src/frame/desk.js';
import { makeDesk } from '../../src/frame/make-desk.js';
import { Reach } from '../../src/frame/reach.js';
import { deskRouter } from '../../src/frame/routes.js';
import { Hub } from '../../src/hub/hub.js';
import { Keeper } from '../../src/keeper/keeper.js';
import type { Member } from '../../src/keeper/keeper-deps.js';
import { Session } from '../../src/session/session.js';
import { beginWords } from '../../src/words/begin-words.js';
import { cookieOf, languageOf, type Language } from '../../src/words/languages.js';
import { fakeFetch } from './fake-hub.js';
import { FakeWorker } from './fake-worker.js';
import { MESSAGES } from './messages.js';
import { fakeAuthenticators, playedTime, worldOf } from './play.js';
import { take } from './steps.js';
import { STATES, type Phase, type State } from './table.js';

/* The test build's own page: `?screen=board&state=overdue&lng=cy` shows one state, nothing the list of them. */

function listed(): void {
  const list = document.createElement('ul');
  list.className = 'govuk-list';
  list.append(...STATES.flatMap((each) => (['en', 'cy'] as const).map((lng) => {
    const [item, link] = [document.createElement('li'), document.createElement('a')];
    link.href = addressOf(each, lng);
    link.lang = lng;
    link.dataset['print'] = String(each.print === true);
    link.textContent = `${each.screen} ${each.state}`;
    item.append(link);
    return item;
  })));
  document.getElementById('desk')?.append(list);
}

/** Pages without script stand in files of their own. */
function addressOf({ screen, state, at, so }: State, lng: Language): string {
  if (at.startsWith('/')) return `/?${new URLSearchParams({ screen, state, lng }).toString()}`;
  return `/static/${lng}/${at}.html?${new URLSearchParams((so ?? []).map((each) => ['so', each])).toString()}`;
}

async function show(given: State, language: Language, root: Root): Promise<void> {
  const { phase = 'unlocked', refused = null, open = false } = given;
  const { world, address } = worldOf(given, language);
  const { now, timers } = playedTime(phase === 'idle');
  let count = 0;
  const random = (length: number): Uint8Array => Uint8Array.from({ length }, (_, at) => (count += at + 1) % 256);
  const queries = newQueries();
  const hub: Hub = new Hub(fakeFetch(world), random, { reached: () => { reach.answered(); }, away: () => { reach.away(); } });
  const reach = new Reach({ now, timers: { after: () => () => undefined }, probe: () => Promise.resolve() });
  const secrets = new Secrets(() => new FakeWorker({ agency: world.agency, member: world.me?.member ?? '', refused }), () => { queries.clear(); });
  const keeper = new Keeper({ hub, secrets, authenticators: fakeAuthenticators(), storage: new Kept(), now, random, pin: () => Promise.resolve(''), signInAgain: () => Promise.resolve() });
  const session: Session = new Session(hub, keeper);
  const desk = makeDesk({ hub, keeper, secrets, session, reach, queries, now, timers, random, channel: { postMessage: () => undefined, onmessage: null }, locks: null });
  await Promise.all([beginWords(language), stand(session, keeper, phase, { away: () => { world.fails = { ...world.fails, me: 'away' }; } })]);
  if (open) await openAll(keeper);
  history.replaceState(null, '', address);
  root.render(
    <DeskContext.Provider value={desk}>
      <QueryClientProvider client={queries}><RouterProvider router={deskRouter()} /></QueryClientProvider>
    </DeskContext.Provider>,
  );
  await take(given.steps ?? []);
}

/** Has somebody come as far as the state says. */
async function stand(session: Session, keeper: Keeper, phase: Phase, { away }: { away: () => void }): Promise<void> {
  if (phase === 'away') away();
  await session.start();
  const { phase: reached } = session.now();
  if (reached !== 'locked' || phase === 'locked') return;
  const { me } = session.now() as { me: Member };
  keeper.isUnlocked = true;
  await keeper.takeAnew(me);
  session.unlocked(me, 'exact');
  if (phase === 'locked-by-itself') session.locked();
}

/** One gesture after the other, until there is none of the messages that needs another. */
async function openAll(keeper: Keeper): Promise<void> {
  const all = [...MESSAGES.keys()];
  for (let at = 0; at < all.length; at += MOST_STEP_UP_OBJECTS) await keeper.confirm('open-content', all.slice(at, at + MOST_STEP_UP_OBJECTS));
}

/** What the device would keep. */
class Kept {
  private readonly all = new Map<string, string>();
  getItem(name: string): string | null { return this.all.get(name) ?? null; }
  setItem(name: string, value: string): void { this.all.set(name, value); }
}

let shown: Root | null = null;

/** Shows another state in the place of what is there. */
async function begin(asked: string): Promise<void> {
  const query = new URLSearchParams(asked);
  const found = STATES.find(({ screen, state }) => screen === query.get('screen') && state === query.get('state'));
  if (found === undefined) return listed();
  const language = languageOf(asked, '');
  document.cookie = cookieOf(language);
  document.documentElement.lang = language;
  document.body.className = 'govuk-template__body js-enabled govuk-frontend-supported';
  shown?.unmount();
  shown = createRoot(document.getElementById('desk')!);
  await show(found, language, shown);
}

async function tell(asked: string): Promise<void> {
  const { dataset } = document.documentElement;
  delete dataset['state'];
  dataset['state'] = await begin(asked).then(() => 'ready', String);
}

// Whoever looks through all of them need not load the page for each.
Object.assign(globalThis, { showState: tell });
void tell(location.search);
