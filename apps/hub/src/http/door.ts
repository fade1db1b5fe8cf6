import { createHash } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { PROBLEMS, ROUTES } from '@lateral/contracts';
import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Actor, Attempt, Authenticated, Oneself, SessionStanding } from '@lateral/exchange';
import type { Logger } from '@lateral/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { compressLists } from './compress-lists.js';
import { answerDesk } from './desk-origin.js';
import { LONGEST_REQUEST_MS, MOST_BODY_BYTES, MOST_NEWCOMER_BYTES, MOST_PATH_PARAMETER, MOST_SIGN_IN_BYTES } from './limits.js';
import type { OpenRoutes } from './open-routes.js';
import { ProblemError } from './problem.js';
import { sendProblem } from './problem.filter.js';
import { makeLimiter, type Limiter, type RateLimits } from './rate-limits.js';
import { assertSameSite } from './same-site.js';
import type { Cookies } from '../sign-in/cookies.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is acting; null on the few routes that anyone may ask, and for a newcomer, who is nobody's member yet. */
    actor: Actor | null;
    /** The session they act in; null on the few routes that anyone may ask. */
    session: SessionStanding | null;
    /** Hash of the body's bytes as they came; null where there was no JSON body. */
    bodyDigest: Buffer | null;
  }
}

export interface DoorParts {
  /** What needs no credentials. */
  open: OpenRoutes;
  /** `isUse`: whether it counts as use of a session that ends when it is idle. */
  authenticate(token: string, shownAs: 'header' | 'cookie', isUse: boolean): Promise<Authenticated | null>;
  cookies: Cookies;
  /** Origins whose pages may write by cookie: the hub's own, and the desk's where it is another. */
  origins: ReadonlySet<string>;
  /** The desk's, where it is another than the hub's. */
  deskOrigin: string | null;
  limits: RateLimits;
  /** How many proxies stand before the hub and say truly whom they speak for. */
  proxies: number;
  newRequestId(): string;
  log: Logger;
}

const BY_CODE = `POST ${ROUTES.signInCode}`;
/** A page comes back to it by itself whenever it was cut: nobody need be there. */
const BY_ITSELF = `GET ${ROUTES.events}`;
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
    // The nearest so many of those it came through are ours; what lies beyond, anybody may have written.
    trustProxy: parts.proxies === 0 ? false : (_address: string, hop: number) => hop < parts.proxies,
    requestIdHeader: false,
    genReqId: () => parts.newRequestId(),
    return503OnClosing: false,
    rewriteUrl: (request: { url?: string | undefined }) => routable(request.url ?? '/'),
    // Before any hook has run the caller is nobody.
    frameworkErrors: (_error: unknown, _request: unknown, reply: FastifyReply) => void sendProblem(reply, new ProblemError('unauthenticated')),
  });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  fastify.decorateRequest('actor', null);
  fastify.decorateRequest('session', null);
  fastify.decorateRequest('bodyDigest', null);
  takeBodies(fastify);
  await fastify.register(helmet as never, HEADERS as never);
  await fastify.register(cookie as never);
  const limiter = await makeLimiter(fastify, parts.limits);
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.header('request-id', request.id).header('cache-control', 'no-store');
    if (answerDesk(request, reply, parts.deskOrigin)) return reply;
    const route = routeOf(request);
    if (parts.open.toAll.has(route)) return void refuseLongBody(request, MOST_SIGN_IN_BYTES);
    if (parts.open.signingIn.has(route)) return admitStranger(request, route, limiter, parts.origins);
    await admit(request, parts);
    if (request.session?.kind === 'newcomer') refuseLongBody(request, MOST_NEWCOMER_BYTES);
    return limiter.session(request);
  });
  compressLists(fastify);
  fastify.addHook('onResponse', async (request, reply) => {
    if (routeOf(request) === BY_CODE && reply.statusCode === PROBLEMS['code-refused']) await limiter.codeFailed(request);
    logAccess(parts.log, request, reply);
  });
  return adapter;
}

const routeOf = ({ method, routeOptions }: FastifyRequest): string => `${method} ${routeOptions.url ?? ''}`;

async function admitStranger(request: FastifyRequest, route: string, limiter: Limiter, origins: ReadonlySet<string>): Promise<void> {
  refuseLongBody(request, MOST_SIGN_IN_BYTES);
  await limiter.stranger(request);
  if (route !== BY_CODE) return;
  await limiter.code(request);
  // It leaves a cookie: another site must not be able to sign somebody in as somebody else.
  if (request.headers.origin !== undefined) assertSameSite(request, origins);
}

/** Says who asks, or throws. Where a header is shown the cookie is not looked at: what a page cannot set needs no proof of its origin. */
async function admit(request: FastifyRequest, parts: DoorParts): Promise<void> {
  const { cookies, origins } = parts;
  const { authorization } = request.headers;
  const shownAs = authorization === undefined ? 'cookie' : 'header';
  const token = authorization === undefined ? cookies.session(request) : (TOKEN.exec(authorization)?.[1] ?? null);
  const known = token === null ? null : await parts.authenticate(token, shownAs, routeOf(request) !== BY_ITSELF);
  if (known === null) throw new ProblemError('unauthenticated');
  request.actor = known.actor;
  request.session = known.session;
  if (shownAs === 'cookie') assertSameSite(request, origins);
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

// Of somebody who is nobody's member, or not yet, only so much is read, and its length must be said beforehand.
function refuseLongBody({ headers }: FastifyRequest, most: number): void {
  if (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > most) throw new ProblemError('too-large');
}

const HEADERS = {
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] } },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  referrerPolicy: { policy: 'no-referrer' },
  xFrameOptions: { action: 'deny' },
  // Said only to Internet Explorer, to Flash and to a filter that browsers have taken out; each would go with every answer, of which a first visit has two dozen.
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
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
  // A form is what any other site can send: the one route that takes one believes nothing but the signature inside.
  fastify.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: MOST_SIGN_IN_BYTES }, (request, body: string, done) => {
    if (request.routeOptions.url === ROUTES.backChannelLogout) done(null, body);
    else done(new ProblemError('unsupported-media-type'), undefined);
  });
  fastify.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
}

// The template of the route, never the path as it came: a path may hold anything.
function logAccess(log: Logger, request: FastifyRequest, reply: FastifyReply): void {
  const route = request.routeOptions.url?.slice(1) ?? 'unknown';
  log.log('request.handled', { trace: request.id, method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10, ...(request.session === null ? {} : { agency: request.session.agency }) });
}

/** Who is acting. Behind the door there is always somebody. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<FastifyRequest>();
  if (actor === null) throw new ProblemError('unauthenticated');
  return actor;
});

/** Who is acting and in which session; also a newcomer, where the access table lets one in. */
export const Self = createParamDecorator((_: unknown, context: ExecutionContext): Oneself => {
  const { actor, session } = context.switchToHttp().getRequest<FastifyRequest>();
  if (session === null) throw new ProblemError('unauthenticated');
  return { actor, session };
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

