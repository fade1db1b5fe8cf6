import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of one spec file: empty, and gone afterwards. */
export interface FreshDatabase {
  name: string;
  url: string;
  /** Runs SQL in it as superuser: to look behind the product's back. */
  sql<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Another session, for tests of what happens while somebody holds a transaction open. The caller ends it. */
  connect(): Promise<pg.Client>;
  drop(): Promise<void>;
}

/** Makes the database on the server of LATERAL_TEST_DATABASE_URL, whose user may create databases. */
export async function freshDatabase(adminUrl = process.env['LATERAL_TEST_DATABASE_URL']): Promise<FreshDatabase> {
  if (!adminUrl) throw new Error('LATERAL_TEST_DATABASE_URL is not set: it names the Postgres that tests may make databases on');
  const name = `hub_test_${randomBytes(6).toString('hex')}`;
  const server = await session(adminUrl);
  await server.query(`create database ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const inside = await session(url.href);
  return {
    name,
    url: url.href,
    sql: async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) => (await inside.query<Row>(text, values)).rows,
    connect: () => session(url.href),
    drop: async () => {
      await inside.end();
      await server.query(`drop database ${name} with (force)`);
      await server.end();
    },
  };
}

async function session(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
