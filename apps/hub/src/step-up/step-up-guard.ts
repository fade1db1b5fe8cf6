import { ACTS, type StepUpAction } from '@lateral/domain/access';
import type { StepUpCheck } from '@lateral/exchange';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Operation } from '../api-document/operations.js';
import { templateOf } from '../api-document/template-of.js';
import { checkerOf, NothingDto } from '../http/body.js';
import { ProblemError } from '../http/problem.js';
import { OBJECTS, type Lookups, type ObjectsOf } from './objects.js';

/** An operation that needs a gesture: for which kind of act, and what it is about. */
interface Needing {
  action: StepUpAction;
  widened: { query: string; value: string; action: StepUpAction | null } | null;
  objectsOf: ObjectsOf;
  faultsOf: (body: unknown) => { field: string; reason: string }[];
}

/**
 * Holds every operation whose row of the access table names a gesture to it, after the door and the table have let the person in and
 * before the act begins. Throws where such an operation does not say what it is about: such a hub must not start.
 */
export function guardStepUps(fastify: Pick<FastifyInstance, 'addHook'>, operations: readonly Operation[], parts: { check: StepUpCheck; lookups: Lookups }): void {
  const needing = needingStepUp(operations);
  fastify.addHook('preHandler', async (request) => {
    const found = needing.get(`${request.method} ${request.routeOptions.url ?? ''}`);
    if (found !== undefined) await hold(request, found, parts);
  });
}

/** By method and template as Fastify writes them. */
export function needingStepUp(operations: readonly Operation[]): ReadonlyMap<string, Needing> {
  return new Map(operations.flatMap((operation): [string, Needing][] => {
    const { id, method, path, act, widened, body } = operation;
    const action = ACTS[act].stepUp;
    const wider = widened === undefined ? null : { ...widened, action: ACTS[widened.act].stepUp };
    if (action === null && (wider === null || wider.action === null)) return [];
    const objectsOf = OBJECTS[`${method} ${path}`];
    if (objectsOf === undefined || action === null) throw new Error(`operation ${id} needs a step-up and does not say for what`);
    if (objectsOf === 'by-the-act') return [];
    const faultsOf = typeof body === 'function' && body !== NothingDto ? checkerOf(body) : () => [];
    return [[templateOf(operation), { action, widened: wider, objectsOf, faultsOf }]];
  }));
}

async function hold(request: FastifyRequest, { action, widened, objectsOf, faultsOf }: Needing, { check, lookups }: { check: StepUpCheck; lookups: Lookups }): Promise<void> {
  const { actor, body, session } = request;
  if (session === null || actor === null) throw new ProblemError('unauthenticated');
  if (check.exempts(session)) return;
  // What a body is about can be read from one that keeps its rules; a faulty one is told so in the same words as by its act.
  const fields = faultsOf(body);
  if (fields.length > 0) throw new ProblemError('invalid-request', { fields });
  const asks = widened !== null && (request.query as Record<string, unknown>)[widened.query] === widened.value;
  const objects = await objectsOf({ actor, params: request.params as Record<string, string>, body, widened: asks }, lookups);
  // The same answer for what is not there, cannot be there, and is somebody else's.
  if (objects.length === 0) throw new ProblemError('not-found');
  const refusal = await check.refusal(session, asks ? (widened.action ?? action) : action, objects);
  if (refusal !== null) throw new ProblemError(refusal.code, refusal.stepUp === undefined ? {} : { stepUp: refusal.stepUp });
}
