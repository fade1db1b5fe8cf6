import { fork } from 'node:child_process';
import { describe, it } from 'vitest';
import pg from 'pg';
import { describeQueues, type DoomedWorker, type QueueBench } from '@lateral/testing/queue-contract';
import { connectQueues } from './index.js';

const connectionString = process.env['LATERAL_TEST_DATABASE_URL'] ?? '';
const DOOMED = new URL('./doomed-worker.fixture.mjs', import.meta.url);
let benches = 0;

/** A schema of its own for each bench, dropped when it closes. */
async function openBench(): Promise<QueueBench> {
  const schema = `contract_${process.pid}_${++benches}`;
  const backend = { backend: 'postgres' as const, connectionString, schema };
  const raw = new pg.Client({ connectionString });
  await raw.connect();
  const tables = async (): Promise<string[]> => {
    const found = await raw.query<{ tablename: string }>('SELECT tablename FROM pg_tables WHERE schemaname = $1', [schema]);
    return found.rows.map(({ tablename }) => tablename).filter((table) => !table.includes('migration'));
  };
  return {
    connect: (world) => connectQueues(backend, world),
    startDoomedWorker: (queueName) => startDoomed(queueName, backend),
    wipe: async () => {
      await raw.query(`TRUNCATE ${(await tables()).map((table) => `${schema}."${table}"`).join(', ')}`);
    },
    stored: async () => {
      const parts = [];
      for (const table of await tables()) parts.push((await raw.query<{ row: unknown }>(`SELECT to_jsonb(t) AS row FROM ${schema}."${table}" t`)).rows);
      return JSON.stringify(parts);
    },
    close: async () => {
      await raw.query(`DROP SCHEMA ${schema} CASCADE`);
      await raw.end();
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

if (connectionString === '') describe('queues on Postgres', () => it.skip('needs LATERAL_TEST_DATABASE_URL', () => undefined));
else describeQueues('Postgres', openBench);
