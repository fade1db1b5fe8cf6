import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from './problem.js';

/**
 * How often somebody may ask. Never counted by agency or member alone: whoever names somebody else could then lock them out. What is
 * counted is where a stranger asks from, and the session of whoever has signed in. Each process counts for itself.
 */
export interface RateLimits {
  /** Requests a minute to the routes of signing in, from one address (of IPv6: one /64). */
  strangerPerMinute: number;
  /** One-time codes that were refused, from one address. */
  failedCodes: number;
  failedCodesMs: number;
  /** Requests a minute in one session. */
  personPerMinute: number;
  machinePerMinute: number;
}

export const RATE_LIMITS: RateLimits = { strangerPerMinute: 600, failedCodes: 10, failedCodesMs: 15 * 60_000, personPerMinute: 1_200, machinePerMinute: 600_000 };

const MINUTE_MS = 60_000;
/** Addresses and sessions that are counted at once; the one that was counted longest ago is forgotten first. */
const MOST_COUNTED = 20_000;

/** Each rejects with `too-many-requests` where a limit is passed. */
export interface Limiter {
  stranger(request: FastifyRequest): Promise<void>;
  session(request: FastifyRequest): Promise<void>;
  /** Before a code is looked at: whether too many from here were refused. */
  code(request: FastifyRequest): Promise<void>;
  codeFailed(request: FastifyRequest): Promise<void>;
}

export async function makeLimiter(fastify: FastifyInstance, limits: RateLimits): Promise<Limiter> {
  await fastify.register(rateLimit, { global: false, cache: MOST_COUNTED, ipv6Subnet: 64 });
  const stranger = fastify.createRateLimit({ max: limits.strangerPerMinute, timeWindow: MINUTE_MS });
  const person = fastify.createRateLimit({ max: limits.personPerMinute, timeWindow: MINUTE_MS, keyGenerator: sessionOf });
  const machine = fastify.createRateLimit({ max: limits.machinePerMinute, timeWindow: MINUTE_MS, keyGenerator: sessionOf });
  const failed = fastify.createRateLimit({ max: limits.failedCodes - 1, timeWindow: limits.failedCodesMs });
  return {
    stranger: async (request) => refuseIf(await stranger(request)),
    session: async (request) => refuseIf(await (request.session?.kind === 'machine' ? machine : person)(request)),
    code: async (request) => refuseIf(await failed(request, { increment: false })),
    codeFailed: async (request) => void (await failed(request)),
  };
}

function sessionOf({ session }: FastifyRequest): string {
  return session?.id ?? '';
}

function refuseIf(limit: { isAllowed: boolean; isExceeded?: boolean }): void {
  if (limit.isExceeded === true) throw new ProblemError('too-many-requests');
}
