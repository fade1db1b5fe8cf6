import { createBrowserRouter } from 'react-router';
import { Frame } from './frame.js';

type Router = ReturnType<typeof createBrowserRouter>;

/** Every address of the desk. A page's code comes when it is first asked for. Ids in addresses are opaque; no name or word ever stands in one. */
export function deskRouter(): Router {
  return createBrowserRouter([
    {
      element: <Frame />,
      children: [],
    },
  ]);
}
