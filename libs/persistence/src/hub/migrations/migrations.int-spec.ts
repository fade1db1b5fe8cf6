import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '@lateral/testing/hub';
import { openHubDatabase, type HubDatabase } from '../hub-database.js';
import { PARTITIONED } from '../partitions.js';
import { HUB_MIGRATIONS } from './index.js';

const TABLES = `select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) as line
  from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_namespace n on n.oid = c.relnamespace
 where n.nspname = 'public' and a.attnum > 0 and not a.attisdropped and c.relname not like 'hub_migration%' and c.relname not like 'PK_%' order by 1`;

describe('the migrations of the hub', () => {
  let database: FreshDatabase;
  let hub: HubDatabase;
  const shape = async (): Promise<string[]> => (await database.sql<{ line: string }>(TABLES)).map(({ line }) => line);

  beforeAll(async () => {
    database = await freshDatabase();
    hub = await openHubDatabase({ url: database.url, poolSize: 2, applicationName: 'migrations-test' });
  });
  afterAll(async () => {
    await hub.close();
    await database.drop();
  });

  it('go up, all the way down, and up to the same tables', async () => {
    const before = await shape();
    expect(await hub.isMigrated()).toBe(false);
    // They run by the last thirteen digits of their names, not by the list.
    expect(await hub.migrate()).toEqual(HUB_MIGRATIONS.map((Migration) => new Migration().name));
    expect(await hub.isMigrated()).toBe(true);
    const up = await shape();
    for (const _ of HUB_MIGRATIONS) await hub.undoLastMigration();
    expect(await shape()).toEqual(before);
    await hub.migrate();
    expect(await shape()).toEqual(up);
    expect(await hub.migrate()).toEqual([]);
  });

  it('make a month of every growing table, and a default that keeps what fits no month', async () => {
    const rows = await database.sql<{ parent: string; children: number; defaults: number }>(`
      select p.relname as parent, count(*)::int as children, count(*) filter (where pg_get_expr(c.relpartbound, c.oid) = 'DEFAULT')::int as defaults
        from pg_inherits i join pg_class p on p.oid = i.inhparent join pg_class c on c.oid = i.inhrelid
       where p.relkind = 'p' group by 1 order by 1`);
    expect(rows).toEqual([...PARTITIONED].sort().map((parent) => ({ parent, children: 6, defaults: 1 })));
  });

  it('mark an installation once', async () => {
    expect(await hub.installation.mark()).toBeNull();
    expect(await hub.installation.setMark('demo')).toBe('demo');
    expect(await hub.installation.setMark('production')).toBe('demo');
    expect(await hub.installation.mark()).toBe('demo');
  });
});
