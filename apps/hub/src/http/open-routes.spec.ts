import { describe, expect, it } from 'vitest';
import { OPERATIONS } from '../api-document/operations.js';
import { PAGE_ROUTES } from '../pages/page-routes.js';
import { openRoutes } from './open-routes.js';

describe('what a stranger reaches', () => {
  const { toAll, signingIn } = openRoutes(OPERATIONS);

  it('is the pages and these, and nothing else', () => {
    expect([...toAll].filter((route) => !PAGE_ROUTES.includes(route)).toSorted()).toEqual([
      'GET /health', 'GET /openapi.json', 'GET /ready', 'GET /v1/catalogue', 'GET /v1/catalogue/versions/:version', 'GET /v1/key-log/checkpoint', 'GET /v1/log/checkpoint', 'GET /v1/partnership', 'GET /v1/partnership/versions',
    ]);
    expect(PAGE_ROUTES.filter((route) => !toAll.has(route))).toEqual([]);
  });

  it('and is counted on these', () => {
    expect([...signingIn].toSorted()).toEqual(['GET /v1/sign-in/agencies', 'GET /v1/sign-in/callback', 'GET /v1/sign-in/start', 'POST /v1/sign-in', 'POST /v1/sign-in/back-channel-logout', 'POST /v1/sign-in/code']);
  });
});
