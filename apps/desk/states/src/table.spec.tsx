import { describe, expect, it } from 'vitest';
import { matchPath } from 'react-router';
import { STATIC_PAGES } from '@lateral/contracts';
import { deskRouter } from '../../src/frame/routes.js';
import { STATES } from './table.js';

const paths = (deskRouter().routes[0]?.children ?? []).map(({ path }) => path ?? '/').filter((path) => path !== '*');
/** The routes that an address of a state leads to, the plainest first: `/checks/new/people` is no check of that reference. */
const routeOf = (address: string): string | undefined => paths.filter((path) => matchPath(path, address) !== null).toSorted((one, other) => (one.match(/:/gu)?.length ?? 0) - (other.match(/:/gu)?.length ?? 0))[0];
const addresses = STATES.filter(({ at }) => at.startsWith('/')).map(({ at }) => at.replace(/\?.*/u, '').replaceAll(/\{\w+\}/gu, 'x'));

describe('the table of states', () => {
  it('has every route of the desk', () => {
    const shown = new Set(addresses.map(routeOf));
    expect(paths.filter((path) => !shown.has(path))).toEqual([]);
  });

  it('has every page without script', () => {
    const shown = new Set(STATES.filter(({ at }) => !at.startsWith('/')).map(({ at }) => at));
    expect(STATIC_PAGES.filter((page) => !shown.has(page))).toEqual([]);
  });

  it('names each state once', () => {
    const names = STATES.map(({ screen, state }) => `${screen} ${state}`);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});
