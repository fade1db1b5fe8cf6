import { describe, expect, it } from 'vitest';
import Fastify from 'fastify';
import { answerDesk } from './desk-origin.js';

const DESK = 'https://desk.example.org';

async function ask(deskOrigin: string | null, headers: Record<string, string>, method: 'GET' | 'OPTIONS' = 'GET'): Promise<{ status: number; headers: Record<string, unknown>; asked: boolean }> {
  const fastify = Fastify();
  let asked = false;
  fastify.addHook('onRequest', async (request, reply) => {
    if (answerDesk(request, reply, deskOrigin)) return reply;
    asked = true;
    return reply.code(401).send();
  });
  fastify.route({ method: ['GET', 'OPTIONS'], url: '/', handler: () => 'never' });
  const response = await fetch(await fastify.listen({ port: 0, host: '127.0.0.1' }), { method, headers });
  await fastify.close();
  return { status: response.status, headers: Object.fromEntries(response.headers), asked };
}

describe('the desk at an origin of its own', () => {
  const preflight = { origin: DESK, 'access-control-request-method': 'POST' };

  it('may ask with its cookie, and reads even what refuses it', async () => {
    expect((await ask(DESK, { origin: DESK })).headers).toMatchObject({ 'access-control-allow-origin': DESK, 'access-control-allow-credentials': 'true', vary: 'origin' });
    expect(await ask(DESK, preflight, 'OPTIONS')).toMatchObject({ status: 204, asked: false, headers: { 'access-control-allow-methods': 'GET, POST, PUT, DELETE' } });
  });

  it('is the only one: another origin is a stranger, and so is everybody where the desk has none', async () => {
    for (const [desk, origin] of [[DESK, 'https://desk.example.org.evil.example'], [DESK, 'null'], [null, DESK]] as const) {
      const answer = await ask(desk, { ...preflight, origin }, 'OPTIONS');
      expect(answer).toMatchObject({ status: 401, asked: true });
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    }
  });
});
