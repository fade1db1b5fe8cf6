import { Catch, HttpException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { ProblemCode } from '@lateral/contracts';
import { LedgerAway } from '@lateral/exchange';
import type { Logger } from '@lateral/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf, ProblemError } from './problem.js';

/** Nest and Fastify say what went wrong by HTTP status. */
const CODE_OF_STATUS: Record<number, ProblemCode> = { 400: 'unreadable-request', 401: 'unauthenticated', 404: 'not-found', 413: 'too-large', 414: 'not-found', 415: 'unsupported-media-type', 429: 'too-many-requests' };

/** Every error leaves as problem+json with a stable code; what was unexpected is logged by kind and place, never by content. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemFor(error);
    if (problem.code === 'internal' || problem.code === 'unavailable') {
      this.log.failure('request.failed', error, { trace: request.id, method: request.method, route: request.routeOptions.url?.slice(1) ?? 'unknown' });
    }
    sendProblem(reply, problem);
  }
}

/** The refusal that an error comes to. */
export function problemFor(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof LedgerAway) return new ProblemError('ledger-outage');
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  const code = status === null ? undefined : CODE_OF_STATUS[status];
  if (code !== undefined) return new ProblemError(code);
  return new ProblemError(isTransient(error) ? 'unavailable' : 'internal');
}

export function sendProblem(reply: FastifyReply, { code, more }: ProblemError): void {
  const problem = problemOf(code, more);
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  if (problem.status === 503 || problem.status === 429) void reply.header('retry-after', '2');
  void reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}

function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null) return null;
  const { statusCode, code } = error as { statusCode?: unknown; code?: unknown };
  // Only Fastify's own errors carry a status that is meant for the caller.
  return typeof statusCode === 'number' && String(code).startsWith('FST_') ? statusCode : null;
}

// What says of itself that it will be back (a database that restarts, say) or only lost a race may be repeated as the same attempt.
const TRANSIENT = new Set(['40001', '40P01']);
function isTransient(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { kind, code } = error as { kind?: unknown; code?: unknown };
  return kind === 'transient' || TRANSIENT.has(String(code));
}
