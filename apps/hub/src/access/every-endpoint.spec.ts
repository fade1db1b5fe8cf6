import { expect, it } from 'vitest';
import { SESSION_KINDS, type SessionKind } from '@lateral/contracts';
import { ACTS, refusalOf, ROLES } from '@lateral/domain/access';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { OPERATIONS } from '../api-document/operations.js';
import { ProblemError } from '../http/problem.js';
import { guardRoutes } from './guard.js';

/* The guard by itself: every endpoint, for every kind of session and every role. That it stands before the hub's routes, access.int-spec.ts shows. */
type Hook = (request: FastifyRequest) => Promise<void>;
const hooks: Hook[] = [];
guardRoutes({ addHook: (_name: string, hook: Hook) => hooks.push(hook) } as unknown as FastifyInstance, OPERATIONS);

interface Asked { method: string; path: string; agency?: string; query?: Record<string, string>; as: { kind: SessionKind; role: string; keyProven?: boolean } | null }

/** What whoever asks is told by the guard; null where they are let through. */
async function told({ method, path, agency = 'a', query = {}, as }: Asked): Promise<string | null> {
  const request = {
    method: method.toUpperCase(), routeOptions: { url: path.replace(/\{(\w+)\}/g, ':$1') }, is404: false, query, params: path.includes('{agency}') ? { agency } : {},
    actor: as === null || as.kind === 'newcomer' ? null : { agency: 'a', member: 'm', roles: [as.role] },
    session: as === null ? null : { id: 's', tokenHash: new Uint8Array(32), kind: as.kind, agency: 'a', issuer: null, subject: null, startedAt: new Date(), keyProven: as.keyProven === true },
  };
  try {
    for (const hook of hooks) await hook(request as unknown as FastifyRequest);
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
}

it.each(OPERATIONS.map((operation) => [operation.id, operation] as const))('%s', async (_id, { method, path, act, widened }) => {
  const variants = [{ rule: ACTS[act], query: {} }, ...(widened === undefined ? [] : [{ rule: ACTS[widened.act], query: { [widened.query]: widened.value } }])];
  for (const { rule, query } of variants) {
    for (const [agency, relation] of [['a', 'own'], ['b', 'other']] as const) {
      const side = path.includes('{agency}') ? relation : 'own';
      expect(await told({ method, path, agency, query, as: null })).toBe(refusalOf(rule, null));
      for (const kind of SESSION_KINDS) {
        for (const keyProven of kind === 'one-time-code' ? [false, true] : [false]) {
          for (const role of ROLES) expect([kind, keyProven, role, side, await told({ method, path, agency, query, as: { kind, role, keyProven } })]).toEqual([kind, keyProven, role, side, refusalOf(rule, { roles: [role], session: kind, relation: side, keyProven })]);
        }
      }
    }
  }
});

it('a route that stands in no list is nobody\'s who is signed in, whatever they are', async () => {
  for (const kind of SESSION_KINDS) expect(await told({ method: 'get', path: '/v1/not-in-the-list', as: { kind, role: 'team_manager' } })).toBe('not-found');
});
