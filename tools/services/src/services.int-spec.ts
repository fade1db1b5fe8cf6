import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import { down, status, up } from './bring-up.mjs';
import { isAlive, until } from './processes.mjs';
import { newCheckout, newFolder, removeFolders, servicesCommand } from './second-checkout.js';

// No variable of the person at the keyboard may point a spec at other services.
const none = {};

const addresses = (printed: string): Map<string, string> => new Map(printed.trim().split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));

async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows.map((row) => Object.values(row)[0]);
  } finally {
    await client.end();
  }
}

const postmaster = (data: string): number => Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);

afterAll(removeFolders);

describe('two checkouts side by side', () => {
  const one = newCheckout();
  const other = newCheckout();
  afterAll(async () => {
    await Promise.all([servicesCommand(one, 'down'), servicesCommand(other, 'down')]);
  }, 120_000);

  it('have services of their own, on ports of their own below 32768, and know nothing of each other', async () => {
    const [first, second] = (await Promise.all([servicesCommand(one, 'up'), servicesCommand(other, 'up')])).map(({ stdout }) => addresses(stdout));
    const names = ['LATERAL_TEST_DATABASE_URL', 'LATERAL_TEST_REDIS_URL', 'LATERAL_TEST_SMTP_URL'].filter((name) => first?.get(name) !== '');
    const ports = names.flatMap((name) => [first, second].map((each) => Number(new URL(each?.get(name) ?? '').port)));
    expect(new Set(ports).size).toBe(ports.length);
    expect(Math.max(...ports)).toBeLessThan(32_768);
    const crossed = new URL(first?.get('LATERAL_TEST_DATABASE_URL') ?? '');
    crossed.password = new URL(second?.get('LATERAL_TEST_DATABASE_URL') ?? '').password;
    await expect(ask(crossed.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/u);
  }, 120_000);

  it('one goes down and the other stays', async () => {
    await servicesCommand(one, 'down');
    expect((await servicesCommand(one, 'status')).stdout).toContain('postgres: down');
    expect((await servicesCommand(other, 'status')).stdout).toContain('postgres: up');
  }, 120_000);
});

describe('a server of somebody else', () => {
  const strangers: Server[] = [];
  afterAll(() => {
    for (const server of strangers) server.close();
  });

  /** Takes any password, as a Redis without one does after a fashion. */
  async function stranger(): Promise<number> {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.on('data', () => socket.write('+OK\r\n'));
    });
    strangers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }

  it('that sits on a kept port is not taken for ours, and is left alone', async () => {
    const folder = newFolder();
    const taken = { postgres: await stranger(), redis: await stranger(), smtp: await stranger() };
    writeFileSync(join(folder, 'ports.json'), JSON.stringify(taken));
    const services = await up({ folder, environment: none });
    const used = [services.adminDatabaseUrl, services.redisUrl, services.smtpUrl].filter((url) => url !== null).map((url) => Number(new URL(url).port));
    expect(used.filter((port) => Object.values(taken).includes(port))).toEqual([]);
    await services.stop();
    expect(strangers.every((server) => server.listening)).toBe(true);
  }, 120_000);
});

describe('one set of services', () => {
  const folder = newFolder();
  let services: Awaited<ReturnType<typeof up>>;
  beforeAll(async () => {
    services = await up({ folder, environment: none });
  }, 120_000);
  afterAll(() => down({ folder }), 120_000);

  it('commits to the disk, sums its pages, and ends sessions that are stuck', async () => {
    for (const [setting, value] of [['fsync', 'on'], ['synchronous_commit', 'on'], ['full_page_writes', 'on'], ['data_checksums', 'on'], ['statement_timeout', '30s'], ['idle_in_transaction_session_timeout', '10s']]) {
      expect([setting, ...(await ask(services.databaseUrl, `SHOW ${setting ?? ''}`))]).toEqual([setting, value]);
    }
  });

  it('keeps the hub out of the ledger\'s database and the ledger out of the hub\'s', async () => {
    const at = (url: string, path: string): string => Object.assign(new URL(url), { pathname: new URL(path).pathname }).href;
    await expect(ask(at(services.databaseUrl, services.ledgerDatabaseUrl), 'SELECT 1')).rejects.toThrow(/permission denied/u);
    await expect(ask(at(services.ledgerAppDatabaseUrl, services.databaseUrl), 'SELECT 1')).rejects.toThrow(/permission denied/u);
    expect(await ask(services.ledgerAppDatabaseUrl, 'SELECT current_user::text')).toEqual(['lateral_ledger_app']);
  });

  it('makes a pair of databases for one run, and drops them while somebody is still connected', async () => {
    const pair = await services.freshDatabases('one_run');
    const lingering = new pg.Client({ connectionString: pair.databaseUrl });
    lingering.on('error', () => undefined);
    await lingering.connect();
    await pair.drop();
    await expect(ask(pair.databaseUrl, 'SELECT 1')).rejects.toThrow(/does not exist/u);
  }, 60_000);

  it('comes up again after kill -9 of Postgres, with all that was committed', async () => {
    await ask(services.databaseUrl, 'CREATE TABLE kept (word text)');
    await ask(services.databaseUrl, "INSERT INTO kept VALUES ('here')");
    const pid = postmaster(services.places.postgres ?? '');
    process.kill(pid, 'SIGKILL');
    await until(() => !isAlive(pid), 5_000);
    expect(await status({ folder })).toMatchObject({ postgres: 'down' });
    const again = await up({ folder, environment: none });
    expect(await ask(again.databaseUrl, 'SELECT word FROM kept')).toEqual(['here']);
  }, 120_000);

  it('comes up again when the pid of a killed Postgres belongs to another program by now', async () => {
    const data = services.places.postgres ?? '';
    process.kill(postmaster(data), 'SIGKILL');
    const lock = join(data, 'postmaster.pid');
    writeFileSync(lock, readFileSync(lock, 'utf8').replace(/^\d+/u, String(process.ppid)));
    const again = await up({ folder, environment: none });
    expect(await ask(again.databaseUrl, 'SELECT word FROM kept')).toEqual(['here']);
    expect(isAlive(process.ppid)).toBe(true);
  }, 120_000);

  it('stays up while somebody uses it, and ends with the last', async () => {
    const lasting = newFolder();
    await up({ folder: lasting, environment: none, keep: true });
    await (await up({ folder: lasting, environment: none })).stop();
    expect(await status({ folder: lasting })).toMatchObject({ postgres: 'up', mail: 'up' });
    await down({ folder: lasting });
    expect(await status({ folder: lasting })).toEqual({ postgres: 'down', redis: 'down', mail: 'down' });
  }, 120_000);
});

describe('services that somebody runs for us', () => {
  const theirs = newFolder();
  const ours = newFolder();
  let running: Awaited<ReturnType<typeof up>>;
  beforeAll(async () => {
    running = await up({ folder: theirs, environment: none });
  }, 120_000);
  afterAll(() => down({ folder: theirs }), 60_000);
  const named = (): NodeJS.ProcessEnv => ({ DATABASE_URL: running.databaseUrl, KEY_STORE_DATABASE_URL: running.keyStoreUrl, LEDGER_DATABASE_URL: running.ledgerDatabaseUrl, KEY_LEDGER_DATABASE_URL: running.keyLedgerDatabaseUrl, REDIS_URL: running.redisUrl ?? 'redis://127.0.0.1:1', SMTP_URL: running.smtpUrl });

  it('replace the embedded ones, and are not stopped with them', async () => {
    const services = await up({ folder: ours, environment: { ...named(), LEDGER_APP_DATABASE_URL: running.ledgerAppDatabaseUrl, KEY_LEDGER_APP_DATABASE_URL: running.keyLedgerAppDatabaseUrl } });
    expect(services).toMatchObject({ databaseUrl: running.databaseUrl, ledgerAppDatabaseUrl: running.ledgerAppDatabaseUrl, smtpUrl: running.smtpUrl, places: { postgres: null, redis: null, mail: null } });
    await services.stop();
    expect(await status({ folder: theirs })).toMatchObject({ postgres: 'up', mail: 'up' });
    expect(await status({ folder: ours })).toEqual({ postgres: 'down', redis: 'down', mail: 'down' });
  }, 60_000);

  it('need a role for the ledger\'s process, and the sentence says so when its owner may not make one', async () => {
    await expect(up({ folder: ours, environment: named() })).rejects.toThrow(/may not make the role lateral_ledger_app; mend it with: .*LEDGER_APP_DATABASE_URL/u);
  }, 60_000);

  it('come together: one database without the others is refused, each that is missing is named, and nothing is left running', async () => {
    await expect(up({ folder: ours, environment: { DATABASE_URL: running.databaseUrl } })).rejects.toThrow(/not set: KEY_STORE_DATABASE_URL, LEDGER_DATABASE_URL, KEY_LEDGER_DATABASE_URL/u);
    expect(await status({ folder: ours })).toEqual({ postgres: 'down', redis: 'down', mail: 'down' });
  }, 60_000);
});

describe('a machine without Redis and without Debian\'s tools', () => {
  it('runs its queues on Postgres and says so in one sentence', async () => {
    const folder = newCheckout();
    const { stdout, stderr } = await servicesCommand(folder, 'up', { PATH: '/nowhere' });
    await servicesCommand(folder, 'down');
    expect(addresses(stdout).get('LATERAL_TEST_REDIS_URL')).toBe('');
    expect(stderr).toMatch(/^Redis: none can be had here, queues run on Postgres instead; mend it with: .+$/mu);
  }, 120_000);
});
