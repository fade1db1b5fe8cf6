import { PostgresConnection, PostgresQueueBackend, createPostgresBackend, type BackendFactory } from 'bullmq';
import type { DoorHealth, QueueDoor } from './queue-door.js';
import { QueueSetupError, type QueueReports } from './queue-report.js';
import { POSTGRES_PRODUCER_POOL, POSTGRES_WORKER_POOL, type QueueTls } from './queue.settings.js';
import { systemCodeOf } from './job-failure.js';

const SCHEMA = /^[a-z_][a-z0-9_]{0,62}$/;

/**
 * Opens the engine's own Postgres tables, in a schema of their own, and brings them up to date. For a small site without Redis:
 * adding announces itself inside the transaction, so throughput is a fraction of Redis's. All producers share one pool; each
 * worker holds up to three connections (two for work, one to listen). The role needs CREATE on the database the first time.
 */
export async function openPostgresDoor(options: { connectionString: string; schema: string; tls?: QueueTls }, reports: QueueReports): Promise<QueueDoor> {
  if (!SCHEMA.test(options.schema)) throw new QueueSetupError('schema', 'The queue schema is a lower-case Postgres name of at most 63 characters.');
  const place = { connectionString: options.connectionString, schema: options.schema, ...(options.tls === undefined ? {} : { ssl: options.tls }) };
  const shared = new PostgresConnection({ ...place, ...POSTGRES_PRODUCER_POOL, migrate: true });
  shared.on('error', (error: unknown) => reports.log({ event: 'queue-error', queue: 'all', code: systemCodeOf(error) ?? 'unexpected' }));
  try {
    await shared.waitUntilReady();
  } catch (error) {
    await shared.close();
    const code = systemCodeOf(error) ?? 'unexpected';
    throw new QueueSetupError('unreachable', `Postgres does not take the queue tables at the configured address (${code}).`);
  }
  const producers: BackendFactory = (name, opts) => new PostgresQueueBackend(shared, name, { ...opts, connection: place }, false);
  const workers: BackendFactory = (name, opts, extra) => createPostgresBackend(name, { ...opts, connection: { ...place, ...POSTGRES_WORKER_POOL } }, extra);
  return { kind: 'postgres', prefix: '', producers, workers, isOpen: () => true, health: () => healthOf(shared), close: () => shared.close() };
}

async function healthOf(connection: PostgresConnection): Promise<DoorHealth> {
  try {
    await connection.pool.query('SELECT 1');
    return { ok: true };
  } catch {
    return { ok: false, code: 'unreachable' };
  }
}
