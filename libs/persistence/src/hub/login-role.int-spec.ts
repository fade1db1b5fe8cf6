import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, hubWorld, type FreshDatabase, type HubWorld } from '@lateral/testing/hub';
import { openHubDatabase, type HubDatabase } from './hub-database.js';
import type { MadeRole } from './login-role.js';
import { HUB_MIGRATIONS } from './migrations/index.js';

const PASSWORD = 'of-this-test-alone_1';
const salt = new Uint8Array(16).fill(7);

describe('making the role that hub and courier run as', () => {
  let world: HubWorld;
  let role: string;
  beforeAll(async () => {
    world = await hubWorld(41, ['police-a']);
    role = `${world.database.name}_app`;
  });
  afterAll(async () => {
    for (const name of [role, `${role}_weak`, `${role}_owner`]) {
      if ((await world.database.sql('select 1 from pg_roles where rolname = $1', [name])).length > 0) await world.database.sql(`drop owned by ${name}; drop role ${name}`);
    }
    await world.end();
  });
  const make = (password: string | null, name = role): Promise<MadeRole> => world.hub.makeRole({ name, password, salt });
  const as = (name: string, password: string): string => Object.assign(new URL(world.database.url), { username: name, password }).href;
  const signsIn = (password: string): Promise<boolean> => openHubDatabase({ url: as(role, password), poolSize: 1, applicationName: 'role-spec' }).then(async (client) => { await client.close(); return true; }, () => false);
  /** Everything that is granted to it, in a form that can be compared. */
  const rights = async (): Promise<unknown[]> => world.database.sql(`
    select 'table' as of, c.relname::text as name, acl.privilege_type as may from pg_class c, aclexplode(c.relacl) acl where acl.grantee = $1::regrole
    union all select 'column', c.relname || '.' || a.attname, acl.privilege_type from pg_attribute a join pg_class c on c.oid = a.attrelid, aclexplode(a.attacl) acl where acl.grantee = $1::regrole
    union all select 'function', p.proname::text, acl.privilege_type from pg_proc p, aclexplode(p.proacl) acl where acl.grantee = $1::regrole
    union all select 'schema', n.nspname::text, acl.privilege_type from pg_namespace n, aclexplode(n.nspacl) acl where acl.grantee = $1::regrole order by 1, 2, 3`, [role]);

  it('makes it, sets its password anew, and grants it the same each time', async () => {
    expect(await make(null)).toEqual({ ok: false, code: 'role-missing' });
    expect(await make(PASSWORD)).toEqual({ ok: true, did: 'made' });
    const granted = await rights();
    expect(granted.length).toBeGreaterThan(100);
    expect([await signsIn(PASSWORD), await signsIn('guessed-by-somebody')]).toEqual([true, false]);
    expect(await make('another-of-this-test')).toEqual({ ok: true, did: 'password-set' });
    expect([await signsIn(PASSWORD), await signsIn('another-of-this-test')]).toEqual([false, true]);
    expect(await make(null)).toEqual({ ok: true, did: 'granted' });
    expect(await signsIn('another-of-this-test')).toBe(true);
    expect(await rights()).toEqual(granted);
    expect(await world.database.sql('select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls or rolinherit as more from pg_roles where rolname = $1', [role])).toEqual([{ more: false }]);
  });

  it('takes back what somebody granted it besides, and remembers it for the next migration', async () => {
    const granted = await rights();
    await world.database.sql(`grant delete on audit_record to ${role}; grant update (record) on audit_record to ${role}; grant execute on function make_months(timestamptz, integer) to ${role}; grant all on application_role to ${role}`);
    expect(await rights()).not.toEqual(granted);
    await make(null);
    expect(await rights()).toEqual(granted);
    await world.database.sql(`revoke all on all tables in schema public from ${role}; insert into application_role (name) values ('nobody_of_that_name')`);
    await world.hub.migrate();
    expect(await rights()).toEqual(granted);
  });

  it('refuses a role that can do more by itself, and leaves it as it was', async () => {
    const granted = await rights();
    await world.database.sql(`create role ${role}_weak`);
    for (const [more, less] of [
      [`alter role ${role} createdb`, `alter role ${role} nocreatedb`], [`alter role ${role} bypassrls`, `alter role ${role} nobypassrls`], [`grant ${role}_weak to ${role}`, `revoke ${role}_weak from ${role}`],
      [`create schema of_its_own authorization ${role}`, 'drop schema of_its_own'], [`grant create on schema public to ${role}`, `revoke create on schema public from ${role}`],
      ['grant create on schema public to public', 'revoke create on schema public from public'],
    ]) {
      await world.database.sql(more!);
      for (const password of [null, PASSWORD]) expect(await make(password)).toEqual({ ok: false, code: 'role-too-strong' });
      await world.database.sql(less!);
    }
    expect([await rights(), await signsIn(PASSWORD)]).toEqual([granted, false]);
    await world.database.sql('grant create on schema public to public');
    expect(await make(PASSWORD, `${role}_none`)).toEqual({ ok: false, code: 'role-too-strong' });
    await world.database.sql('revoke create on schema public from public');
    expect(await world.database.sql('select 1 from pg_roles where rolname = $1', [`${role}_none`])).toEqual([]);
  });

  it('is refused to whoever does not own the tables', async () => {
    await make(PASSWORD);
    const app = await openHubDatabase({ url: as(role, PASSWORD), poolSize: 1, applicationName: 'role-spec' });
    try {
      expect(await app.makeRole({ name: role, password: null, salt })).toEqual({ ok: false, code: 'not-the-owner' });
    } finally {
      await app.close();
    }
  });
});

describe('an owner of the tables who may make no roles', () => {
  let database: FreshDatabase;
  let owned: HubDatabase;
  let owner: string;
  let app: string;
  beforeAll(async () => {
    database = await freshDatabase();
    [owner, app] = [`${database.name}_owner`, `${database.name}_app`];
    await database.sql(`create role ${owner} login password '${PASSWORD}'; alter database ${database.name} owner to ${owner}; revoke all on database ${database.name} from public`);
    owned = await openHubDatabase({ url: Object.assign(new URL(database.url), { username: owner, password: PASSWORD }).href, poolSize: 2, applicationName: 'role-spec' });
    expect(await owned.migrate()).toHaveLength(HUB_MIGRATIONS.length);
  });
  afterAll(async () => {
    await owned.close();
    await database.sql(`reassign owned by ${owner} to current_user; drop owned by ${owner}, ${app}; drop role ${owner}, ${app}`);
    await database.drop();
  });

  it('grants a role that somebody else made what hub and courier need, and the months that are due', async () => {
    expect(await owned.makeRole({ name: app, password: PASSWORD, salt })).toEqual({ ok: false, code: 'may-not-make-roles' });
    await database.sql(`create role ${app} login password '${PASSWORD}'`);
    expect(await owned.makeRole({ name: app, password: PASSWORD, salt })).toEqual({ ok: false, code: 'may-not-make-roles' });
    expect(await owned.makeRole({ name: app, password: null, salt })).toEqual({ ok: true, did: 'granted' });
    const hub = await openHubDatabase({ url: Object.assign(new URL(database.url), { username: app, password: PASSWORD }).href, poolSize: 2, applicationName: 'role-spec' });
    try {
      expect(await hub.isMigrated()).toBe(true);
      const months = await database.sql<{ name: string }>(`select relname as name from pg_class where relname ~ '_\\d{4}_\\d{2}$' and relkind = 'r' order by 1`);
      for (const { name } of months) await database.sql(`drop table ${name}`);
      expect(await hub.upkeep.ensurePartitions(new Date(0), 99)).toBe(months.length);
      expect(await hub.upkeep.ensurePartitions(new Date(0), 99)).toBe(0);
      expect(await database.sql(`select relname as name from pg_class where relname ~ '_\\d{4}_\\d{2}$' and relkind = 'r' order by 1`)).toEqual(months);
      expect(await database.sql('select distinct tableowner as owner from pg_tables where schemaname = $1', ['public'])).toEqual([{ owner }]);
    } finally {
      await hub.close();
    }
  });
});
