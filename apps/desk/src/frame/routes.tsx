import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { ErrorPage, NotHere } from './error-page.js';
import { Frame } from './frame.js';
import { Home } from './home.js';
import { SignedInAgain } from './signed-in-again.js';

type Router = ReturnType<typeof createBrowserRouter>;

/** A page whose code comes when it is first asked for; what stands about it does not wait for that. Its module's function `Component` is the page. */
function page(path: string, load: () => Promise<{ Component: ComponentType }>): RouteObject {
  return { path, lazy: load, HydrateFallback: () => null, errorElement: <ErrorPage /> };
}

/** Every page of the desk, a line each. Ids in addresses are opaque; no name or word ever stands in one. */
const PAGES: RouteObject[] = [
  page('/checks', () => import('../board/board.js')),
  page('/checks/new/people', () => import('../new-check/people-page.js')),
  page('/checks/new/ask', () => import('../new-check/ask-page.js')),
  page('/checks/new/why', () => import('../new-check/why-page.js')),
  page('/checks/new/send', () => import('../new-check/send-page.js')),
  page('/checks/new/recorded', () => import('../new-check/recorded-page.js')),
  page('/checks/:reference/sent', () => import('../new-check/sent-page.js')),
  page('/checks/:reference', () => import('../check/check-page.js')),
  page('/checks/:reference/ask', () => import('../check/ask-page.js')),
  page('/checks/:reference/urgency', () => import('../check/urgency-page.js')),
  page('/checks/:reference/withdraw', () => import('../check/withdraw-page.js')),
  page('/checks/:reference/requests/:request/question', () => import('../check/question-page.js')),
  page('/checks/:reference/requests/:request/due', () => import('../check/due-page.js')),
  page('/checks/:reference/requests/:request/withdraw', () => import('../check/withdraw-page.js')),
  page('/checks/:reference/answers', () => import('../answers/answers-page.js')),
  page('/checks/:reference/answers/:request', () => import('../answers/answers-page.js')),
  page('/checks/:reference/chronology', () => import('../chronology/chronology-page.js')),
  page('/checks/:reference/chronology/print', () => import('../chronology/print-page.js')),
  page('/checks/:reference/decide', () => import('../decide/decide-page.js')),
  page('/inbox/for-others/:request', () => import('../inbox/for-others-page.js')),
  page('/inbox', async () => ({ Component: (await import('../inbox/inbox-page.js')).InboxPage })),
  page('/inbox/:request', async () => ({ Component: (await import('../answer/request-page.js')).RequestPage })),
  page('/emergencies', () => import('../emergencies/list-page.js')),
  page('/emergencies/:message', () => import('../emergencies/review-page.js')),
  page('/team', () => import('../team/team-page.js')),
  page('/team/handover', () => import('../team/handover-page.js')),
  page('/agency', () => import('../agency/agency-home.js')),
  page('/agency/people', () => import('../agency/people-page.js')),
  page('/agency/keys', () => import('../agency/keys-page.js')),
  page('/agency/contacts', () => import('../agency/contacts-page.js')),
  page('/account', () => import('../account/account.js')),
];

/** Every address of the desk. */
export function deskRouter(): Router {
  return createBrowserRouter([
    { path: '/signed-in-again', element: <SignedInAgain /> },
    {
      element: <Frame />,
      errorElement: <ErrorPage />,
      children: [{ index: true, element: <Home /> }, { path: '/set-up', element: null }, { path: '/code', element: null }, ...PAGES, { path: '*', element: <NotHere /> }],
    },
  ]);
}
