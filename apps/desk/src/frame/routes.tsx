import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { ErrorPage, NotHere } from './error-page.js';
import { Frame } from './frame.js';
import { Home } from './home.js';

type Router = ReturnType<typeof createBrowserRouter>;

/** A page whose code comes when it is first asked for. Its module's function `Component` is the page. */
function page(path: string, load: () => Promise<{ Component: ComponentType }>): RouteObject {
  return { path, lazy: load, errorElement: <ErrorPage /> };
}

/** Every page of the desk, a line each. Ids in addresses are opaque; no name or word ever stands in one. */
const PAGES: RouteObject[] = [
  page('/inbox', async () => ({ Component: (await import('../inbox/inbox-page.js')).InboxPage })),
  page('/inbox/:request', async () => ({ Component: (await import('../answer/request-page.js')).RequestPage })),
  page('/account', () => import('../account/account.js')),
];

/** Every address of the desk. */
export function deskRouter(): Router {
  return createBrowserRouter([
    {
      element: <Frame />,
      errorElement: <ErrorPage />,
      HydrateFallback: () => null,
      children: [{ index: true, element: <Home /> }, { path: '/set-up', element: null }, ...PAGES, { path: '*', element: <NotHere /> }],
    },
  ]);
}
