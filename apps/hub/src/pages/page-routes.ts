import { DESK_PATHS, STATIC_PAGES } from '@lateral/contracts';

/** Where the desk's one page is given out. */
export const DESK_ROUTES = ['/', ...DESK_PATHS.flatMap((path) => [`/${path}`, `/${path}/*`])];
export const ASSET_ROUTE = '/assets/:file';
export const PIN_ROUTE = '/desk/pin.json';

/** Every route of the pages, as the door writes them: open to anybody. */
export const PAGE_ROUTES = [...DESK_ROUTES, ...STATIC_PAGES.map((page) => `/${page}`), ASSET_ROUTE, PIN_ROUTE].map((route) => `GET ${route}`);
