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
export async function migratedDatabase(kind: Kind): Promise<FreshDatabase> {
  const admin = serverForTests();
  return freshDatabase(admin, await templateOf(kind, admin));
}

async function templateOf(kind: Kind, admin: string): Promise<string> {
  const ofToday = `${PREFIX}${new Date().toISOString().slice(0, 10).replaceAll('-', '')}`;
  const name = `${ofToday}_${kind}_${digestOfSources()}`;
  const server = await session(admin);
  try {
    if (await isThere(server, name)) return name;
    await server.query('select pg_advisory_lock($1)', [MAKING]);
    if (!(await isThere(server, name))) await make(server, { kind, name, ofToday }, admin);
    return name;
  } finally {
    await server.end();
  }
}

async function make(server: pg.Client, { kind, name, ofToday }: { kind: Kind; name: string; ofToday: string }, admin: string): Promise<void> {
  const unfinished = `${PREFIX}unfinished`;
  await server.query(`drop database if exists ${unfinished} with (force)`);
  await server.query(`create database ${unfinished}`);
  const url = new URL(admin);
  url.pathname = `/${unfinished}`;
  await MIGRATE[kind](url.href);
  // Nobody may be connected to what is copied; and what is there under its name is whole.
  await server.query(`alter database ${unfinished} with allow_connections false`);
  await server.query(`alter database ${unfinished} rename to ${name}`);
  const { rows } = await server.query<{ name: string }>('select datname as name from pg_database where datname like $1 and not starts_with(datname, $2)', [`${PREFIX}%`, ofToday]);
  for (const { name: old } of rows) await server.query(`drop database if exists ${old} with (force)`);
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
