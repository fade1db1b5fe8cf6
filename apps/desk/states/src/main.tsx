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
import { Hub } from '../../src/hub.js';
import { Keeper } from '../../src/keeper.js';
import { Session } from '../../src/session.js';
import { beginWords } from '../../src/words/begin-words.js';
import { languageOf, type Language } from '../../src/words/languages.js';
import { fakeFetch } from './fake-hub.js';
import { FakeWorker } from './fake-worker.js';
import { MESSAGES } from './messages.js';
import { fakeAuthenticators, playedTime, worldOf } from './play.js';
import { take } from './steps.js';
import { STATES, type State } from './table.js';

/* The test build's own page: `?screen=board&state=overdue&lng=cy` shows one state, nothing the list of them. */

function listed(): void {
  const list = document.createElement('ul');
  list.className = 'govuk-list';
  list.append(...STATES.flatMap(({ screen, state }) => (['en', 'cy'] as const).map((lng) => {
    const [item, link] = [document.createElement('li'), document.createElement('a')];
    link.href = `?${new URLSearchParams({ screen, state, lng }).toString()}`;
    link.textContent = `${screen} ${state} ${lng}`;
    item.append(link);
    return item;
  })));
  document.getElementById('desk')?.append(list);
}

async function show(given: State, language: Language, root: Root): Promise<void> {
  const { phase = 'unlocked' } = given;
  const { world, address } = worldOf(given, language);
  const { now, timers } = playedTime(phase === 'idle');
  let count = 0;
  const random = (length: number): Uint8Array => Uint8Array.from({ length }, (_, at) => (count += at + 1) % 256);
  const queries = newQueries();
  const reach = new Reach({ now, timers: { after: () => () => undefined }, probe: () => Promise.resolve() });
  const session: Session = new Session(...sessionParts());
  function sessionParts(): [Hub, Keeper] { return [hub(), keeper()]; }
  function hub(): Hub { return made.hub; }
  function keeper(): Keeper { return made.keeper; }
  void session; void reach; void queries; void random; void root; void address; void world;
}
