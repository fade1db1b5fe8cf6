import { describe, expect, it } from 'vitest';
import type { Operation } from '../api-document/operations.js';
import { OPERATIONS } from '../api-document/operations.js';
import { guardedRoutes } from './guard.js';

const madeUp = (more: Partial<Operation>): Operation => ({ id: 'madeUp', method: 'get', path: '/v1/made-up/{thing}', act: 'read-check', summary: 'Made up', status: 200, answer: 'nothing', problems: [], ...more });

describe('the guard', () => {
  it('knows every operation of the API by its method and template', () => {
    expect(guardedRoutes(OPERATIONS).size).toBe(OPERATIONS.length);
    expect([...guardedRoutes([madeUp({})]).keys()]).toEqual(['GET /v1/made-up/:thing']);
  });

  it('does not start where an operation has no row', () => {
    const without: Partial<Operation> = madeUp({});
    delete without.act;
    for (const list of [[without], [...OPERATIONS, without], [{ ...without, act: 'unheard-of' }], [{ ...without, act: 'toString' }]]) {
      expect(() => guardedRoutes(list as Operation[])).toThrow('operation madeUp has no row in the access table');
    }
    expect(() => guardedRoutes([madeUp({ widened: { query: 'whole', value: 'true', act: 'unheard-of' as 'withdraw' } })])).toThrow('no row');
  });

  it('does not start where the table would let strangers in and the API would not, or the other way about', () => {
    expect(() => guardedRoutes([madeUp({ act: 'read-what-is-open' })])).toThrow('say otherwise');
    expect(() => guardedRoutes([madeUp({ open: true })])).toThrow('say otherwise');
    expect(guardedRoutes([madeUp({ open: true, act: 'read-what-is-open' })]).size).toBe(1);
  });
});
