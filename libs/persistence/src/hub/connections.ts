import type { DataSource } from 'typeorm';
import { DatabaseAway, isDatabaseAway } from './database-away.js';
import { run, type SqlClient, type SqlValue, type Statement } from './statement.js';

/** Lends out the driver's own clients from TypeORM's pool: its `query` would parse every statement anew. */
export class Connections {
  constructor(private readonly source: DataSource) {}

  /** Rejects with DatabaseAway where the connection cannot be had or is lost; whatever the server refuses passes as it is. */
  async with<T>(work: (client: SqlClient) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      return await work((await runner.connect()) as SqlClient);
    } catch (error) {
      throw isDatabaseAway(error) ? new DatabaseAway({ cause: error }) : error;
    } finally {
      await runner.release();
    }
  }

  /** One statement, one transaction, one round trip. */
  rows<Row>(statement: Statement, values: Readonly<Record<string, SqlValue>>): Promise<Row[]> {
    return this.with((client) => run<Row>(client, statement, values));
  }

  async first<Row>(statement: Statement, values: Readonly<Record<string, SqlValue>>): Promise<Row | null> {
    return (await this.rows<Row>(statement, values))[0] ?? null;
  }

  /** For rare work that needs several statements. Never on a hot path: it holds its locks across round trips. */
  transaction<T>(work: (client: SqlClient) => Promise<T>): Promise<T> {
    return this.with(async (client) => {
      await client.query({ text: 'begin', values: [] });
      try {
        const result = await work(client);
        await client.query({ text: 'commit', values: [] });
        return result;
      } catch (error) {
        // On a connection that is lost there is nothing left to roll back, and the first error is the one to tell.
        if (!isDatabaseAway(error)) await client.query({ text: 'rollback', values: [] });
        throw error;
      }
    });
  }
}
