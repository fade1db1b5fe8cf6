import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A ledger database of one test, with an owner and an application role of its own. Nothing is migrated yet. */
export interface ScratchLedgerDatabase {
  ownerUrl: string;
  appUrl: string;
  appRole: string;
  /** Runs SQL in it as superuser: to look behind the product's back, and to do what an attacker would. */
  admin<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** Ends every session of the application role, as a failing server would. */
  cutConnections(): Promise<number>;
  drop(): Promise<void>;
}

// Whoever holds the sequencer's lock hears of it last: it recovers at once, and must not do so on a connection that is cut a moment later.
const CUT = `SELECT pg_terminate_backend(pid) FROM (
    SELECT pid FROM pg_stat_activity WHERE usename = $1
    ORDER BY pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted), pid OFFSET 0
  ) AS session`;

/** Makes the database on the server of LATERAL_TEST_DATABASE_URL, whose user must be a superuser. */
export async function createScratchLedgerDatabase(adminUrl = process.env['LATERAL_TEST_DATABASE_URL']): Promise<ScratchLedgerDatabase> {
  if (!adminUrl) throw new Error('LATERAL_TEST_DATABASE_URL is not set: it names the Postgres that tests may make databases on');
  const name = `ledger_test_${randomBytes(6).toString('hex')}`;
  const [owner, appRole] = [`${name}_owner`, `${name}_app`];
  const password = randomBytes(16).toString('hex');
  const server = await connect(adminUrl);
  for (const role of [owner, appRole]) await server.query(`CREATE ROLE ${role} LOGIN PASSWORD '${password}'`);
  await server.query(`CREATE DATABASE ${name} OWNER ${owner}`);
  const urlAs = (role: string | null): string => {
    const url = new URL(adminUrl);
    url.pathname = `/${name}`;
    if (role !== null) Object.assign(url, { username: role, password });
    return url.href;
  };
  const inside = await connect(urlAs(null));
  return {
    ownerUrl: urlAs(owner),
    appUrl: urlAs(appRole),
    appRole,
    admin: async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) => (await inside.query<Row>(sql, values)).rows,
    cutConnections: async () => (await server.query(CUT, [appRole])).rowCount ?? 0,
    drop: async () => {
      await inside.end();
      await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
      for (const role of [owner, appRole]) await server.query(`DROP ROLE ${role}`);
      await server.end();
    },
  };
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
