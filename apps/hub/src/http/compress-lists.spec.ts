import { gunzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import { compressLists } from './compress-lists.js';

const long = { items: Array.from({ length: 50 }, (_, at) => ({ reference: `LC-${at}`, state: 'open', urgency: 'amber' })) };
let fastify: FastifyInstance;
beforeAll(async () => {
  fastify = Fastify();
  compressLists(fastify);
  fastify.get('/v1/checks', async ({ query }, reply) => ((query as { short?: string }).short === undefined ? long : reply.code((query as { short: string }).short === 'no' ? 404 : 200).send({ ...((query as { short: string }).short === 'no' ? long : {}) })));
  fastify.post('/v1/checks', async () => long);
  fastify.get('/v1/agencies/:agency/rosters', async () => long);
  fastify.get('/v1/sessions', async () => long);
  await fastify.ready();
});
const ask = async (url: string, encodings: string | undefined, method: 'GET' | 'POST' = 'GET') => {
  const { headers, rawPayload } = await fastify.inject({ method, url, headers: encodings === undefined ? {} : { 'accept-encoding': encodings } });
  return { encoding: headers['content-encoding'], body: JSON.parse((headers['content-encoding'] === 'gzip' ? gunzipSync(rawPayload) : rawPayload).toString('utf8')) as unknown, bytes: rawPayload.length, length: headers['content-length'] };
};

describe('a list', () => {
  it.each(['gzip', 'br, gzip', 'gzip;q=0.5, deflate'])('is compressed for whoever takes %s, and says what it said', async (encodings) => {
    for (const url of ['/v1/checks', '/v1/agencies/csc-north/rosters']) {
      const { encoding, body, bytes, length } = await ask(url, encodings);
      expect([encoding, body]).toEqual(['gzip', long]);
      expect(bytes).toBeLessThan(JSON.stringify(long).length / 3);
      expect([undefined, String(bytes)]).toContain(length);
    }
  });

  it.each([undefined, '', 'br', 'gzip;q=0', 'identity'])('is as it is for whoever takes %s', async (encodings) => {
    expect(await ask('/v1/checks', encodings)).toMatchObject({ encoding: undefined, body: long });
  });

  it('that is short, refused or written is as it is; and so is what is no list', async () => {
    for (const url of ['/v1/checks?short=yes', '/v1/checks?short=no', '/v1/sessions']) expect((await ask(url, 'gzip')).encoding).toBeUndefined();
    expect((await ask('/v1/checks', 'gzip', 'POST')).encoding).toBeUndefined();
  });
});
