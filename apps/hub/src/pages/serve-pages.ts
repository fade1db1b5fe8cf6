import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../http/problem.js';
import type { PageFile, PageFiles } from './page-files.js';

/** Nothing but our own files; words become markup nowhere, and one worker alone may be started. */
const PAGE_POLICY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'", "worker-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
  "require-trusted-types-for 'script'", 'trusted-types lateral-worker',
].join('; ');
/** The worker holds the keys: it may compile the WebAssembly of Argon2, and connect nowhere. */
const WORKER_POLICY = ["default-src 'none'", "script-src 'wasm-unsafe-eval'", "require-trusted-types-for 'script'", "trusted-types 'none'"].join('; ');

const DAYS_365_S = 31_536_000;

/** Serves the pages to anybody: they are the same for all and hold nothing. What is not among them is answered as everything unknown is. */
export function servePages(fastify: Pick<FastifyInstance, 'get'>, pages: PageFiles): void {
  fastify.get('/', (request, reply) => { send(request, reply, pages.get('index.html')); });
  fastify.get<{ Params: { file: string } }>('/desk/:file', (request, reply) => { send(request, reply, request.params.file === 'index.html' ? undefined : pages.get(request.params.file)); });
}

function send(request: FastifyRequest, reply: FastifyReply, file: PageFile | undefined): void {
  if (file === undefined) throw new ProblemError('unauthenticated');
  void reply.headers({ 'etag': file.etag, 'cache-control': file.forGood ? `public, max-age=${DAYS_365_S}, immutable` : 'no-cache', ...(file.kind === 'part' ? {} : { 'content-security-policy': file.kind === 'page' ? PAGE_POLICY : WORKER_POLICY }) });
  if (request.headers['if-none-match'] === file.etag) void reply.code(304).send();
  else void reply.type(file.type).send(file.content);
}
