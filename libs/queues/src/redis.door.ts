import { createRedisBackend, type BackendFactory } from 'bullmq';
import { Redis } from 'ioredis';
import type { DoorHealth, QueueDoor } from './queue-door.js';
import { QueueSetupError, type QueueReports } from './queue-report.js';
import { PRODUCER_CONNECTION, WORKER_CONNECTION, reconnectDelayMs, type QueueTls } from './queue.settings.js';

const PREFIX = /^[A-Za-z0-9_-]{1,63}$/;

/** Sentences for a person at a terminal, by the setting they name. */
const REFUSALS = {
  'unreachable': 'Redis does not answer at the configured address (is it running, and is the password right?).',
  'maxmemory-policy': 'Redis may throw queued work away: set maxmemory-policy to noeviction (redis-cli CONFIG SET maxmemory-policy noeviction).',
  'appendonly': 'Redis would forget queued work when it stops: set appendonly to yes (redis-cli CONFIG SET appendonly yes).',
} as const;

/** Opens Redis, or throws a QueueSetupError that names the setting in the way. `url` is never repeated in an error: it holds a password. */
export async function openRedisDoor(options: { url: string; prefix: string; tls?: QueueTls }, reports: QueueReports): Promise<QueueDoor> {
  if (!PREFIX.test(options.prefix)) throw new QueueSetupError('prefix', 'The queue prefix is 1 to 63 letters, digits, hyphens and underscores.');
  // Said outright: a variable of Node's can switch its default off.
  const secured = options.url.startsWith('rediss://') ? { tls: { rejectUnauthorized: true, ...options.tls } } : {};
  const producer = new Redis(options.url, { ...PRODUCER_CONNECTION, ...secured, lazyConnect: true, retryStrategy: reconnectDelayMs });
  const worker = new Redis(options.url, { ...WORKER_CONNECTION, ...secured, lazyConnect: true, retryStrategy: reconnectDelayMs });
  const connectionLog = watchConnection(producer, reports);
  worker.on('error', connectionLog);
  try {
    // One after the other: letting go of a second one in the middle of its TLS handshake would throw where nobody can catch it.
    await producer.connect();
    await worker.connect();
  } catch {
    abandon(producer, worker);
    throw new QueueSetupError('unreachable', REFUSALS.unreachable);
  }
  const fit = await healthOf(producer);
  if (!fit.ok) {
    abandon(producer, worker);
    throw new QueueSetupError(fit.code, REFUSALS[fit.code]);
  }
  const through = (connection: Redis): BackendFactory => (name, opts, extra) => createRedisBackend(name, { ...opts, connection }, extra);
  return {
    kind: 'redis',
    prefix: options.prefix,
    producers: through(producer),
    workers: through(worker),
    isOpen: () => producer.status === 'ready',
    health: () => healthOf(producer),
    close: async () => abandon(producer, worker),
  };
}

/** One line when the connection goes and one when it is back, however often the reconnect fails in between. */
function watchConnection(redis: Redis, reports: QueueReports): () => void {
  let lost = false;
  redis.on('close', () => {
    if (lost || redis.status === 'end') return;
    lost = true;
    reports.log({ event: 'queue-connection', state: 'lost' });
  });
  redis.on('ready', () => {
    if (lost) reports.log({ event: 'queue-connection', state: 'back' });
    lost = false;
  });
  const alreadyToldByClose = (): void => undefined;
  redis.on('error', alreadyToldByClose);
  return alreadyToldByClose;
}

/** Asks INFO, which managed servers allow, rather than CONFIG, which they often do not. */
async function healthOf(redis: Redis): Promise<DoorHealth> {
  try {
    const info = `${await redis.info('memory')}\r\n${await redis.info('persistence')}`;
    const fields = new Map(info.split(/\r?\n/).map((line) => [line.split(':', 1)[0] ?? '', line.slice(line.indexOf(':') + 1)]));
    if (fields.get('maxmemory_policy') !== 'noeviction') return { ok: false, code: 'maxmemory-policy' };
    return fields.get('aof_enabled') === '1' ? { ok: true } : { ok: false, code: 'appendonly' };
  } catch {
    return { ok: false, code: 'unreachable' };
  }
}

function abandon(...connections: Redis[]): void {
  for (const connection of connections) connection.disconnect();
}
