import { Buffer } from 'node:buffer';
import type { ClientBase } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';

/** A connection of the pool, lent until `release`. TypeORM's own query path costs more than half of the driver's speed. */
export interface LentClient {
  client: ClientBase;
  release(): Promise<void>;
}

/** Takes one connection out of TypeORM's pool and hands out the driver's client. */
export async function lendClient(source: DataSource): Promise<LentClient> {
  const runner: QueryRunner = source.createQueryRunner('master');
  const client = (await runner.connect()) as ClientBase;
  return { client, release: () => runner.release() };
}

/** Lends a connection for one piece of work. */
export async function withClient<T>(source: DataSource, work: (client: ClientBase) => Promise<T>): Promise<T> {
  const lent = await lendClient(source);
  try {
    return await work(lent.client);
  } finally {
    await lent.release();
  }
}

/** The driver writes Buffers into arrays as bytea, other views as text. Shares the bytes. */
export function asBytea(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
