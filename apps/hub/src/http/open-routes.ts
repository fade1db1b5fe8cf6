import type { Operation } from '../api-document/operations.js';
import { templateOf } from '../api-document/template-of.js';
import { PAGE_ROUTES } from '../pages/page-routes.js';

/** Routes that answer without credentials, by method and template. Everything else, known or not, is one 401. */
export interface OpenRoutes {
  toAll: ReadonlySet<string>;
  /** Those of signing in: open too, and counted. */
  signingIn: ReadonlySet<string>;
}

/** The pages, and what the API says that anyone may ask; the guard holds that against the access table before a hub starts. */
export function openRoutes(operations: readonly Operation[]): OpenRoutes {
  const open = operations.filter((operation) => operation.open === true);
  return {
    toAll: new Set([...PAGE_ROUTES, ...open.filter(({ act }) => act !== 'sign-in').map(templateOf)]),
    signingIn: new Set(open.filter(({ act }) => act === 'sign-in').map(templateOf)),
  };
}
