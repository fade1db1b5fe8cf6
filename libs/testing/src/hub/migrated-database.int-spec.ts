import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, serverForTests, session, type FreshDatabase } from '../fresh-database.js';
import { migratedDatabase } from './migrated-database.js';

/** Not where those of other spec files are. */
const PREFIX = 'midnight_template_';

let server: FreshDatabase;
const templates = async (): Promise<string[]> => (await server.sql<{ name: string }>('select datname as name from pg_database where starts_with(datname, $1) order by datname', [PREFIX])).map(({ name }) => name);
const days = async (): Promise<string[]> => (await templates()).map((name) => name.slice(PREFIX.length, PREFIX.length + 8));
const copied = async (day: string): Promise<void> => {
  const database = await migratedDatabase('key_store', { on: new Date(day), prefix: PREFIX });
  expect(await database.sql(`select 1 from pg_class where relname = 'object_key'`)).toHaveLength(1);
  await database.drop();
};
beforeAll(async () => { server = await freshDatabase(); });
afterAll(async () => {
  for (const name of await templates()) await server.sql(`drop database ${name}`);
  await server.drop();
});

it('is made anew each day, and that of the day before is left to whoever is about to copy it when the day begins', async () => {
  await copied('2001-01-31T23:59:59.999Z');
  const late = await session(serverForTests());
  await late.query('select pg_advisory_lock_shared(hashtext($1))', [PREFIX]);
  await copied('2001-02-01T00:00:00.000Z');
  expect(await days()).toEqual(['20010131', '20010201']);
  await copied('2001-01-31T23:59:59.999Z');
  await late.end();
  await copied('2001-02-02T00:00:00.000Z');
  expect(await days()).toEqual(['20010202']);
});
