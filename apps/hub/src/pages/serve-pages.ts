import { STATIC_PAGES } from '@lateral/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { encodingsTaken } from '../http/encodings-taken.js';
import { ProblemError } from '../http/problem.js';
import type { PageFile, PageFiles } from './page-files.js';
import { COMMON_HEADERS, deskHeaders, KEPT_FOR_GOOD, NOT_KEPT, WORKER_HEADERS } from './page-headers.js';
import { languageOf } from './page-language.js';
import { ASSET_ROUTE, DESK_ROUTES, PIN_ROUTE } from './page-routes.js';
import { sendStatic, type PageKnowledge } from './static-pages.js';

const ENCODINGS = ['br', 'gzip'] as const;

/** Serves the pages to anybody: they are the same for all and hold nothing. What is not among them is answered as everything unknown is. */
export function servePages(fastify: Pick<FastifyInstance, 'get'>, pages: PageFiles, knowledge: PageKnowledge): void {
  const desk = { ...deskHeaders(pages.inline), ...NOT_KEPT };
  for (const route of DESK_ROUTES) {
    fastify.get(route, (request, reply) => {
      const words = pages.firstWords[languageOf(request)];
      send(request, reply, pages.desk, words === undefined ? desk : { ...desk, link: words });
    });
  }
  fastify.get<{ Params: { file: string } }>(ASSET_ROUTE, (request, reply) => {
    const file = pages.assets.get(request.params.file);
    if (file === undefined) throw new ProblemError('unauthenticated');
    send(request, reply, file, { ...(file.isWorker ? WORKER_HEADERS : COMMON_HEADERS), ...KEPT_FOR_GOOD, etag: file.etag });
  });
  fastify.get(PIN_ROUTE, (request, reply) => { send(request, reply, pages.pin, { ...COMMON_HEADERS, ...NOT_KEPT }); });
  for (const page of STATIC_PAGES) fastify.get(`/${page}`, (request, reply) => sendStatic(page, pages, request, reply, knowledge));
}

function send(request: FastifyRequest, reply: FastifyReply, file: PageFile, headers: Record<string, string>): void {
  void reply.headers({ ...headers, vary: 'accept-encoding' });
  if (headers['etag'] !== undefined && request.headers['if-none-match'] === headers['etag']) return void reply.code(304).send();
  const encoding = encodingFor(request, file);
  if (encoding !== null) void reply.header('content-encoding', encoding);
  void reply.type(file.type).send(encoding === null ? file.content : file[encoding]);
}

/** The smallest form of a file that the browser says it takes. */
function encodingFor({ headers }: FastifyRequest, file: PageFile): (typeof ENCODINGS)[number] | null {
  const taken = encodingsTaken(headers);
  return ENCODINGS.find((encoding) => file[encoding] !== null && taken.includes(encoding)) ?? null;
}
