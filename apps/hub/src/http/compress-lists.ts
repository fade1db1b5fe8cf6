import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { ROUTES } from '@lateral/contracts';
import type { FastifyInstance } from 'fastify';
import { encodingsTaken } from './encodings-taken.js';

const compress = promisify(gzip);
/** Shorter answers fit into a packet or two as they are. */
const LEAST_LENGTH = 1_400;

/**
 * Lists and rules, which are long and say the same words over and over: on a rural line a board of fifty checks is half a second. Only
 * these: what is compressed tells by its length whether two things in it are alike, so nothing stands here that holds a secret beside what
 * a caller chose. No answer here repeats what was asked; tokens, codes and ciphertext go by other routes.
 */
const LISTS: ReadonlySet<string> = new Set([ROUTES.checks, ROUTES.requests, ROUTES.catalogue, ROUTES.questionPacks, ROUTES.deadlines, ROUTES.agreements, ROUTES.partnership, ROUTES.rosterVersions, ROUTES.contacts].map((route) => route.replaceAll(/\{(\w+)\}/gu, ':$1')));

/** Compresses those answers for whoever says that they take it. Without `vary`: nothing that comes through the door is kept on the way. */
export function compressLists(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async ({ method, routeOptions, headers }, reply, payload: unknown) => {
    if (method !== 'GET' || reply.statusCode !== 200 || !LISTS.has(routeOptions.url ?? '')) return payload;
    if (typeof payload !== 'string' || payload.length < LEAST_LENGTH || !encodingsTaken(headers).includes('gzip')) return payload;
    void reply.header('content-encoding', 'gzip').removeHeader('content-length');
    return compress(payload, { level: constants.Z_BEST_SPEED });
  });
}
