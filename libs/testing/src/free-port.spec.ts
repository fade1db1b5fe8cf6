import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { freePort } from './free-port.js';

const many = (worker: number): Promise<number[]> => Promise.all(Array.from({ length: 50 }, () => freePort(worker)));

it('is none that the kernel gives to whoever asks for any, nor one that a checkout keeps for its services', async () => {
  expect(Math.max(...(await many(1)), ...(await many(7)))).toBeLessThan(20_000);
});

it('is given once, and two workers have none in common', async () => {
  const ports = [...(await many(1)), ...(await many(2)), ...(await many(1))];
  expect(new Set(ports).size).toBe(ports.length);
  const [one, other] = [new Set((await many(1)).map((port) => Math.floor(port / 2_500))), new Set((await many(2)).map((port) => Math.floor(port / 2_500)))];
  expect([...one].filter((span) => other.has(span))).toEqual([]);
});

it('can be listened on, on either address', async () => {
  for (const host of ['127.0.0.1', '::1']) {
    const server = createServer().listen(await freePort(), host);
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
  }
});
