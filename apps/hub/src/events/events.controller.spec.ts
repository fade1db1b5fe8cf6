import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyReply } from 'fastify';
import { expect, it } from 'vitest';
import type { Present, StillIn } from '@lateral/exchange';
import { createLogger } from '@lateral/platform';
import type { NoticeSource } from '../ports.js';
import { EventsController } from './events.controller.js';

const SEEN = '019ab3c4-5d6e-7f80-8a1b-2c3d4e5f6070';

it('ends a stream whose catching up failed, and says so: the client comes back with what it saw last', async () => {
  const lines: Record<string, unknown>[] = [];
  const log = createLogger({ app: 'hub', write: (line) => { lines.push(JSON.parse(line) as Record<string, unknown>); } });
  const source: NoticeSource = { byIds: async () => [], since: async () => { throw new Error('away'); }, newest: async () => SEEN, listen: async () => async () => undefined, listenForEnds: async () => async () => undefined };
  const controller = new EventsController(source, { carryOut: async () => new Set<string>() } as unknown as StillIn, log);
  const listening: Promise<void>[] = [];
  const server = createServer((_, raw) => {
    const reply = { header: () => reply, hijack: () => ({ raw }), getHeaders: () => ({}) };
    listening.push(controller.listen({ actor: { agency: 'school-b', member: 'm1' }, session: { id: 's1' } } as Present, SEEN, reply as unknown as FastifyReply));
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const response = await new Promise<IncomingMessage>((resolve, reject) => { get({ host: '127.0.0.1', port: (server.address() as AddressInfo).port }, resolve).on('error', reject); });
  await new Promise<void>((resolve) => { response.on('end', resolve).resume(); });
  await Promise.all(listening);
  expect(lines.map(({ event, part }) => [event, part])).toContainEqual(['database.lost', 'notices']);
  await new Promise((resolve) => { server.close(resolve); });
});
