import { ACTS, refusalOf } from '@lateral/domain/access';
import type { ActRule, Asker } from '@lateral/domain/access';
import type { SessionStanding } from '@lateral/exchange';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Operation } from '../api-document/operations.js';
import { templateOf } from '../api-document/template-of.js';
import { ProblemError } from '../http/problem.js';

type Asking = FastifyRequest & { session?: SessionStanding | null };

/** An operation with its rows of the access table. */
interface Guarded {
  rule: ActRule;
  widened: { query: string; value: string; rule: ActRule } | null;
}

/**
 * Holds every route to the access table, once the door has said who asks and before anything of the request is read. Throws where an
 * operation has no row, or one that says otherwise than the operation whether strangers may: such a hub must not start.
 */
export function guardRoutes(fastify: Pick<FastifyInstance, 'addHook'>, operations: readonly Operation[]): void {
  const guarded = guardedRoutes(operations);
  fastify.addHook('onRequest', async (request) => {
    const refused = refusalFor(guarded, request);
    if (refused !== null) throw new ProblemError(refused);
  });
}

/** What the table says of each route, by method and template as Fastify writes them. */
export function guardedRoutes(operations: readonly Operation[]): ReadonlyMap<string, Guarded> {
  return new Map(operations.map((operation) => {
    const { id, act, widened, open } = operation;
    const rule = ruleOf(id, act);
    if ((rule.own === 'anybody') !== (open === true)) throw new Error(`operation ${id}: the access table and the API say otherwise of each other who may ask`);
    const wider = widened === undefined ? null : { ...widened, rule: ruleOf(id, widened.act) };
    return [templateOf(operation), { rule, widened: wider }];
  }));
}

function ruleOf(operation: string, act: string | undefined): ActRule {
  const rules = new Map<string | undefined, ActRule>(Object.entries(ACTS));
  const rule = rules.get(act);
  if (rule === undefined) throw new Error(`operation ${operation} has no row in the access table`);
  return rule;
}

function refusalFor(guarded: ReadonlyMap<string, Guarded>, request: FastifyRequest): ReturnType<typeof refusalOf> {
  const template = request.routeOptions.url;
  // No such route: whoever got past the door is told so further on.
  if (request.is404 || template === undefined) return null;
  const found = guarded.get(`${request.method} ${template}`);
  // A route that no list knows of is nobody's.
  if (found === undefined) return isOpenPage(request) ? null : 'not-found';
  const { rule, widened } = found;
  const asks = widened !== null && (request.query as Record<string, unknown>)[widened.query] === widened.value;
  return refusalOf(asks ? widened.rule : rule, askerOf(request));
}

/** Pages are the same for all, and hold nothing: the door has let a stranger through to them. */
function isOpenPage({ actor, session }: Asking): boolean {
  return actor === null && (session ?? null) === null;
}

function askerOf({ actor, session, params }: Asking): Asker | null {
  if (actor === null) return session?.kind === 'newcomer' ? { roles: [], session: 'newcomer', relation: 'own' } : null;
  const { agency } = params as { agency?: string };
  return { roles: actor.roles, session: session?.kind ?? 'machine', keyProven: session?.keyProven === true, relation: agency === undefined || agency === actor.agency ? 'own' : 'other' };
}
