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

/** Address of the server that tests make databases on, as a user who may. */
export function serverForTests(): string {
  const address = process.env['LATERAL_TEST_DATABASE_URL'];
  if (!address) throw new Error('LATERAL_TEST_DATABASE_URL is not set: it names the Postgres that tests may make databases on');
  return address;
}

/** Makes the database on the server of LATERAL_TEST_DATABASE_URL; as a copy of `template` where one is named. */
export async function freshDatabase(adminUrl = serverForTests(), template: string | null = null): Promise<FreshDatabase> {
  const name = `hub_test_${randomBytes(6).toString('hex')}`;
  const server = await session(adminUrl);
  await server.query(`create database ${name}${template === null ? '' : ` template ${template}`}`);
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

/** A connection as that user. The caller ends it. */
export async function session(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
