// A worker in a process of its own: takes one job, says so, and holds it until it is killed. Its message names the queue and where it is.
import { Worker, createPostgresBackend } from 'bullmq';
import { Redis } from 'ioredis';

process.once('message', ({ queueName, backend }) => {
  const options = { lockDuration: 400, stalledInterval: 200, maxStalledCount: 100 };
  const take = () => {
    process.send('taken');
    return new Promise(() => undefined);
  };
  if (backend.backend === 'redis') {
    const connection = new Redis(backend.url, { maxRetriesPerRequest: null });
    return new Worker(queueName, take, { ...options, connection, prefix: backend.prefix });
  }
  const connection = { connectionString: backend.connectionString, schema: backend.schema };
  return new Worker(queueName, take, { ...options, connection }, createPostgresBackend);
});
