import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openHubDatabase } from '@lateral/persistence/hub';
import { openKeyStore } from '@lateral/persistence/key-store';
import type pg from 'pg';
import { freshDatabase, serverForTests, session, type FreshDatabase } from '../fresh-database.js';
import { SampleBytes } from './sample-writes.js';

type Kind = 'hub' | 'key_store';

const PREFIX = 'lateral_template_';
/** Of the server: only one process makes a template. */
const MAKING = 7_231_904;
/** Of those with one prefix: none is removed while anybody may be about to copy it. */
const COPYING = 'hashtext($1)';
const PERSISTENCE = resolve(import.meta.dirname, '../../../persistence/src');

const MIGRATE: Record<Kind, (url: string) => Promise<void>> = {
  hub: async (url) => {
    const hub = await openHubDatabase({ url, poolSize: 1, applicationName: 'template' });
    await hub.migrate().finally(() => hub.close());
  },
  key_store: async (url) => {
    const store = await openKeyStore({ url, poolSize: 1, randomness: new SampleBytes(1) });
    await store.migrate().finally(() => store.close());
  },
};

/**
 * A database of one spec file with every table of this build in it, and no mark: a copy of one that was migrated once. It is made anew
 * each day, because the months that a migration makes depend on the day, and when any of the code that migrates changes.
 */
export async function migratedDatabase(kind: Kind, { on = new Date(), prefix = PREFIX }: { on?: Date; prefix?: string } = {}): Promise<FreshDatabase> {
  const admin = serverForTests();
  const server = await session(admin);
  try {
    await server.query(`select pg_advisory_lock_shared(${COPYING})`, [prefix]);
    return await freshDatabase(admin, await templateOf(server, { kind, prefix, ofToday: `${prefix}${on.toISOString().slice(0, 10).replaceAll('-', '')}` }, admin));
  } finally {
    await server.end();
  }
}

interface Wanted { kind: Kind; prefix: string; ofToday: string }

async function templateOf(server: pg.Client, { kind, prefix, ofToday }: Wanted, admin: string): Promise<string> {
  const name = `${ofToday}_${kind}_${digestOfSources()}`;
  if (await isThere(server, name)) return name;
  await server.query('select pg_advisory_lock($1)', [MAKING]);
  if (!(await isThere(server, name))) await make(server, { kind, name, prefix, ofToday }, admin);
  await server.query('select pg_advisory_unlock($1)', [MAKING]);
  return name;
}

async function make(server: pg.Client, { kind, name, prefix, ofToday }: Wanted & { name: string }, admin: string): Promise<void> {
  const unfinished = `${PREFIX}unfinished`;
  await server.query(`drop database if exists ${unfinished} with (force)`);
  await server.query(`create database ${unfinished}`);
  const url = new URL(admin);
  url.pathname = `/${unfinished}`;
  await MIGRATE[kind](url.href);
  // Nobody may be connected to what is copied; and what is there under its name is whole.
  await server.query(`alter database ${unfinished} with allow_connections false`);
  await server.query(`alter database ${unfinished} rename to ${name}`);
  await removeOthers(server, prefix, ofToday);
}

/** Those of other days, unless somebody is copying: at midnight one worker has the day before while another has the new one. */
async function removeOthers(server: pg.Client, prefix: string, ofToday: string): Promise<void> {
  const { rows: [alone] } = await server.query<{ alone: boolean }>(`select pg_try_advisory_lock(${COPYING}) as alone`, [prefix]);
  if (alone?.alone !== true) return;
  const { rows } = await server.query<{ name: string }>('select datname as name from pg_database where starts_with(datname, $1) and not starts_with(datname, $2)', [prefix, ofToday]);
  for (const { name: old } of rows) await server.query(`drop database if exists ${old} with (force)`);
  await server.query(`select pg_advisory_unlock(${COPYING})`, [prefix]);
}

async function isThere(server: pg.Client, name: string): Promise<boolean> {
  return (await server.query('select 1 from pg_database where datname = $1', [name])).rowCount === 1;
}

function digestOfSources(): string {
  const hash = createHash('sha256');
  const files = readdirSync(PERSISTENCE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.endsWith('spec.ts')).sort();
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(PERSISTENCE, file))).update('\0');
  return hash.digest('hex').slice(0, 16);
}
