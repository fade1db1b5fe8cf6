import { createHash } from 'node:crypto';
import helmet from '@fastify/helmet';
import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Actor, Attempt } from '@lateral/exchange';
import type { Logger } from '@lateral/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LONGEST_REQUEST_MS, MOST_BODY_BYTES, MOST_PATH_PARAMETER, MOST_SIGN_IN_BYTES } from './limits.js';
import { ProblemError } from './problem.js';
import { sendProblem } from './problem.filter.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is acting; null on the few routes that anyone may ask. */
    actor: Actor | null;
    /** Hash of the body's bytes as they came; null where there was no JSON body. */
    bodyDigest: Buffer | null;
  }
}

export interface DoorParts {
  authenticate(token: string): Promise<Actor | null>;
  newRequestId(): string;
  log: Logger;
}

/** Routes that answer without credentials, by method and template. Everything else, known or not, is one 401. */
const OPEN_TO_ALL = new Set(['GET /health', 'GET /ready', 'GET /openapi.json', 'GET /v1/partnership', 'GET /v1/log/checkpoint', 'GET /v1/catalogue', 'GET /v1/catalogue/versions/:version', 'POST /v1/sign-in']);
const NOWHERE = '/-';
const TOKEN = /^Bearer ([A-Za-z0-9_-]{20,100})$/;
const IDEMPOTENCY_KEY = /^[A-Za-z0-9_-]{16,80}$/;

/** Fastify as Nest gets it: strict about bodies, silent about itself, and it knows who asks before it reads what is asked. */
export async function makeDoor(parts: DoorParts): Promise<FastifyAdapter> {
  const adapter = new FastifyAdapter({
    bodyLimit: MOST_BODY_BYTES,
    requestTimeout: LONGEST_REQUEST_MS,
    routerOptions: { maxParamLength: MOST_PATH_PARAMETER },
    exposeHeadRoutes: false,
    requestIdHeader: false,
    genReqId: () => parts.newRequestId(),
    return503OnClosing: false,
    rewriteUrl: (request: { url?: string | undefined }) => routable(request.url ?? '/'),
    // Before any hook has run the caller is nobody.
    frameworkErrors: (_error: unknown, _request: unknown, reply: FastifyReply) => void sendProblem(reply, new ProblemError('unauthenticated')),
  });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  fastify.decorateRequest('actor', null);
  fastify.decorateRequest('bodyDigest', null);
  takeBodies(fastify);
  await fastify.register(helmet as never, HEADERS as never);
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.header('request-id', request.id).header('cache-control', 'no-store');
    if (OPEN_TO_ALL.has(`${request.method} ${request.routeOptions.url ?? ''}`)) return refuseLongBody(request);
    const token = TOKEN.exec(request.headers.authorization ?? '')?.[1];
    request.actor = token === undefined ? null : await parts.authenticate(token);
    if (request.actor === null) throw new ProblemError('unauthenticated');
  });
  fastify.addHook('onResponse', async (request, reply) => {
    logAccess(parts.log, request, reply);
  });
  return adapter;
}

// What cannot be decoded, or is longer than any parameter, is given to the router as a path that no route has: by itself it would
// answer before any hook has run, in other headers than those of every other refusal.
const TOO_LONG = new RegExp(`[^/]{${MOST_PATH_PARAMETER + 1}}`);
function routable(url: string): string {
  const path = url.split('?', 1)[0] ?? '';
  if (TOO_LONG.test(path)) return NOWHERE;
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return NOWHERE;
  }
}

// Before somebody has signed in only so much is read, and its length must be said beforehand.
function refuseLongBody({ headers }: FastifyRequest): void {
  if (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > MOST_SIGN_IN_BYTES) throw new ProblemError('too-large');
}

const HEADERS = {
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] } },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  referrerPolicy: { policy: 'no-referrer' },
  xFrameOptions: { action: 'deny' },
};

/**
 * JSON is parsed once and its bytes are hashed on the way; an attachment stays a stream; nothing else is read. No search for
 * `__proto__` is needed: it parses to an ordinary member, which every body's rules refuse as unknown.
 */
function takeBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (body.length === 0) return done(null, undefined);
    request.bodyDigest = createHash('sha256').update(body).digest();
    try {
      done(null, JSON.parse(body.toString('utf8')));
    } catch {
      done(new ProblemError('unreadable-request'), undefined);
    }
  });
  fastify.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
}

// The template of the route, never the path as it came: a path may hold anything.
function logAccess(log: Logger, request: FastifyRequest, reply: FastifyReply): void {
  const route = request.routeOptions.url?.slice(1) ?? 'unknown';
  log.log('request.handled', { trace: request.id, method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10, ...(request.actor === null ? {} : { agency: request.actor.agency }) });
}

/** Who is acting. Behind the door there is always somebody. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<FastifyRequest>();
  if (actor === null) throw new ProblemError('unauthenticated');
  return actor;
});

/** The write as it came: its Idempotency-Key and a digest of route and bytes, so that a key can be tied to one request. */
export const Write = createParamDecorator((_: unknown, context: ExecutionContext): Attempt => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !IDEMPOTENCY_KEY.test(key)) throw new ProblemError('idempotency-key-missing');
  return { key, digest: attemptDigest(request) };
});

function attemptDigest(request: FastifyRequest): string {
  const hash = createHash('sha256').update(`lateral/v1/request-body\0${request.method} ${request.url}\0`);
  if (request.bodyDigest !== null) hash.update(request.bodyDigest);
  return hash.digest('base64url');
}

