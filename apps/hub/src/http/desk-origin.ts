import type { FastifyReply, FastifyRequest } from 'fastify';

const ANSWERED = { 'access-control-allow-credentials': 'true', vary: 'origin' } as const;
const ALLOWED = {
  'access-control-allow-methods': 'GET, POST, PUT, DELETE',
  'access-control-allow-headers': 'content-type, idempotency-key, last-event-id',
  'access-control-max-age': '600',
} as const;

/**
 * Where the desk has an origin of its own, its pages may ask the hub with their cookie and read the answers; no other origin may. True where
 * that was only asked about (a preflight) and is answered with this.
 */
export function answerDesk(request: FastifyRequest, reply: FastifyReply, deskOrigin: string | null): boolean {
  const { origin, 'access-control-request-method': about } = request.headers;
  if (deskOrigin === null || origin !== deskOrigin) return false;
  void reply.headers({ ...ANSWERED, 'access-control-allow-origin': deskOrigin });
  if (request.method !== 'OPTIONS' || about === undefined) return false;
  void reply.headers(ALLOWED).code(204).send();
  return true;
}
