import { fork } from 'node:child_process';
import { describe, it } from 'vitest';
import { Redis } from 'ioredis';
import { describeQueues, type DoomedWorker, type QueueBench } from '@lateral/testing/queue-contract';
import { connectQueues } from './index.js';

const url = process.env['LATERAL_TEST_REDIS_URL'] ?? '';
const DOOMED = new URL('./doomed-worker.fixture.mjs', import.meta.url);
let benches = 0;

/** Keys of this bench only: the server may be serving other tests. */
async function openBench(): Promise<QueueBench> {
  const prefix = `contract-${process.pid}-${++benches}`;
  const backend = { backend: 'redis' as const, url, prefix };
  const raw = new Redis(url);
  const wipe = async (): Promise<void> => {
    const keys = await raw.keys(`${prefix}:*`);
    if (keys.length > 0) await raw.del(...keys);
  };
  return {
    connect: (world) => connectQueues(backend, world),
    startDoomedWorker: (queueName) => startDoomed(queueName, backend),
    wipe,
    stored: async () => (await Promise.all((await raw.keys(`${prefix}:*`)).map((key) => read(raw, key)))).join('\n'),
    close: async () => {
      await wipe();
      raw.disconnect();
    },
  };
}

function startDoomed(queueName: string, backend: object): DoomedWorker {
  const child = fork(DOOMED, { execArgv: [] });
  child.send({ queueName, backend });
  const taken = new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', () => reject(new Error('the doomed worker ended before it took a job')));
  });
  return { taken, kill: () => { child.kill('SIGKILL'); } };
}

async function read(raw: Redis, key: string): Promise<string> {
  const type = await raw.type(key);
  const readers: Record<string, () => Promise<unknown>> = {
    string: () => raw.get(key), hash: () => raw.hgetall(key), list: () => raw.lrange(key, 0, -1),
    set: () => raw.smembers(key), zset: () => raw.zrange(key, '0', '-1'), stream: () => raw.xrange(key, '-', '+'),
  };
  return `${key} ${JSON.stringify(await readers[type]?.())}`;
}

if (url === '') describe('queues on Redis', () => it.skip('needs LATERAL_TEST_REDIS_URL (apt-get install -y redis-server)', () => undefined));
else describeQueues('Redis', openBench);
