import { expect, it } from 'vitest';
import { HubProblem } from '../hub/hub.js';
import { Shown } from './reading.js';

const shown = (query: { data: string | undefined; error: Error | null }): unknown => Shown({ query: { ...query, refetch: () => Promise.reject(new Error('not asked for')) }, what: 'checks', children: (data) => data });

it('shows what was read, also while the hub is away', () => {
  for (const error of [null, new HubProblem(0, 'away'), new HubProblem(500, 'unexpected')]) expect(shown({ data: 'read', error })).toBe('read');
});

it('shows nothing any more of what is no longer there for this person, whatever was read before: a recused member comes back to it by one press', () => {
  for (const [status, code] of [[404, 'not-found'], [403, 'not-allowed']] as const) {
    for (const data of ['read', undefined]) expect(() => shown({ data, error: new HubProblem(status, code) })).toThrow(HubProblem);
  }
});
