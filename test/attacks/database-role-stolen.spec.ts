import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sealAttachment } from '@lateral/envelope';
import { openHubDatabase, type HubDatabase } from '@lateral/persistence/hub';
import { LedgerWorld } from '../ledger/ledger-world.js';
import { accepted, CheckScene } from '../world/check-scene.js';
import { courierBeside, hubBeside, type CourierBeside } from '../world/courier-beside.js';
import { hubDoor, newId, type HubDoor } from '../world/hub-door.js';

/** For what is certain to come; how soon is nobody's promise. */
const PATIENCE = { timeout: 60_000, interval: 20 };

/** What is written once: nobody may come back to it. */
const ONCE = ['audit_record', 'audit_position', 'envelope_body', 'justification', 'partnership_file', 'agency_roster', 'agency_statement', 'recusal', 'catalogue_version', 'installation', 'check_reference'];

const REFUSED = '42501';

describe('whoever has stolen the password that hub and courier come to the database with', () => {
  let ledger: LedgerWorld;
  let door: HubDoor;
  let courier: CourierBeside;
  let role: string;
  let stolen: HubDatabase;
  const asRole = (url: string): string => Object.assign(new URL(door.settings.HUB_DATABASE_URL.reveal()), { pathname: new URL(url).pathname }).href;
  beforeAll(async () => {
    [ledger, door] = await Promise.all([LedgerWorld.start(), hubDoor()]);
    role = new URL(door.settings.HUB_DATABASE_URL.reveal()).username;
    await door.restart(await hubBeside(ledger));
    courier = await courierBeside(door, ledger);
    await courier.start();
    stolen = await openHubDatabase({ url: asRole(door.database.url), poolSize: 2, applicationName: 'role-attack' });
  });
  afterAll(async () => {
    await stolen.close();
    await courier.end();
    await door.end();
    await ledger.stop();
  });
  const say = (text: string): Promise<unknown> => stolen.connections.with((client) => client.query({ text, values: [] }));

  it('has what a whole round needs: hub and courier run as nobody else', async () => {
    const [asking, asked] = await Promise.all([door.signIn('csc-north'), door.signIn('police-north', 'responder')]);
    const scene = await CheckScene.in('answered', 'decided', 1, { asking, asked });
    expect(scene.state).toBe('decided');
    const [who] = await door.database.sql<{ users: string[] }>(`select array_agg(distinct usename::text) as users from pg_stat_activity where datname = $1 and application_name like 'lateral-%'`, [door.database.name]);
    expect(who!.users).toEqual([role]);
    await vi.waitFor(async () => {
      expect(await door.database.sql('select count(*)::int as untold from outbox_event where published_at is null')).toEqual([{ untold: 0 }]);
      expect(await door.database.sql('select count(*)::int as waiting from audit_record r where not exists (select 1 from audit_position p where p.audit_id = r.id)')).toEqual([{ waiting: 0 }]);
      expect(await door.database.sql('select count(*)::int as heads from ledger_head')).toEqual([{ heads: 1 }]);
    }, PATIENCE);
    expect(await door.database.sql(`select distinct kind from agency_notice where agency = 'police-north' and kind = 'request.posted.v1'`)).toHaveLength(1);
    expect(await door.database.sql('select kind from incident')).toEqual([]);
    for (const line of door.lines) expect(line).not.toContain(REFUSED);
  });

  it.each(ONCE)('cannot change, empty or take away %s', async (table) => {
    const [{ column } = { column: '' }] = await door.database.sql<{ column: string }>('select attname as column from pg_attribute where attrelid = $1::regclass and attnum > 0 limit 1', [table]);
    for (const act of [`update ${table} set ${column} = ${column}`, `delete from ${table}`, `truncate ${table}`, `drop table ${table}`, `alter table ${table} add column planted text`, `alter table ${table} disable trigger all`]) {
      await expect(say(act)).rejects.toMatchObject({ code: REFUSED });
    }
  });

  it('cannot have a message be another one\'s, nor a check another agency\'s, nor say that something was sent at another time', async () => {
    for (const act of [
      ...['id', 'check_id', 'from_agency', 'to_agency', 'erased_at'].map((column) => `update envelope set ${column} = ${column}`), 'update lateral_check set asking = asking', 'update lateral_check set opened_at = opened_at',
      ...['asking', 'asked', 'check_id', 'sent_at'].map((column) => `update check_request set ${column} = ${column}`), 'update incident set kind = kind', 'update attachment set agency = agency',
      ...['lateral_check', 'check_request', 'envelope', 'attachment', 'incident', 'partnership_agency'].map((table) => `delete from ${table}`),
    ]) await expect(say(act), act).rejects.toMatchObject({ code: REFUSED });
  });

  it('cannot have what was sent deleted by what deletes uploads that were not, nor have the key of a message destroyed by saying that it was given up', async () => {
    const asking = await door.signIn('csc-north');
    const id = newId();
    const { ciphertext, key } = await sealAttachment({ id, name: 'map.png', mime: 'image/png', plaintext: new Blob([Buffer.alloc(1_000, 7)]).stream() as ReadableStream<Uint8Array> });
    accepted(await asking.put(`/v1/attachments/${id}`, Buffer.from(await new Response(ciphertext as BodyInit).arrayBuffer())));
    const body = await asking.checkTo(['police-north']);
    const [question] = body.requests as [(typeof body.requests)[number]];
    question.envelope = await asking.sealRequest('police-north', { check: body.id, request: question.id }, { attachment: await key });
    accepted(await asking.post('/v1/checks', body));
    await say(`select give_up_uploads('infinity', 1000)`);
    const { message } = question.envelope.header.context;
    await say(`insert into given_up_upload (object) values ('${message}')`);
    await say(`insert into copy_object (object, agency, kind, kept_at, given_up_at) values ('${message}', 'csc-north', 'proposal', now(), now())`);
    // A hub that starts destroys at once what was given up.
    await door.restart(await hubBeside(ledger));
    const asked = await door.signIn('police-north', 'responder');
    accepted(await asked.post(`/v1/envelopes/${message}/hand-over`, {}));
    expect((await asked.post(`/v1/attachments/${id}/hand-over`, {})).status).toBe(200);
  });

  it('cannot come at a month past its table, nor take one off, nor have more made than are due', async () => {
    const months = await door.database.sql<{ name: string }>(`select c.oid::regclass::text as name from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent where p.relname = 'audit_record'`);
    for (const { name } of months) {
      for (const act of [`select 1 from ${name}`, `update ${name} set id = id`, `delete from ${name}`, `drop table ${name}`, `alter table audit_record detach partition ${name}`]) await expect(say(act)).rejects.toMatchObject({ code: REFUSED });
    }
    for (const act of ['select make_months(clock_timestamp(), 600)', `select * from missing_months(clock_timestamp(), 600)`, `create table audit_record_2099_01 partition of audit_record for values from (minvalue) to (maxvalue)`]) await expect(say(act)).rejects.toMatchObject({ code: REFUSED });
    await say('select make_due_months()');
    expect(await door.database.sql(`select count(*)::int as months from pg_inherits where inhparent = 'audit_record'::regclass`)).toEqual([{ months: months.length }]);
  });

  it('cannot lay something of its own under what works with the owner\'s rights', async () => {
    for (const act of ['create schema planted', 'create table public.planted (a int)', `create function public.hashtext(text) returns int language sql as 'select 1'`, `create or replace function lowest_id(timestamp) returns uuid language sql as 'select null'`, 'alter function make_due_months() set search_path = pg_temp', 'alter function give_up_uploads(timestamptz, integer) set search_path = pg_temp', 'drop function refuse_smaller_head()']) {
      await expect(say(act)).rejects.toMatchObject({ code: REFUSED });
    }
    // Temporary tables are looked into first, unless a function says otherwise.
    await stolen.connections.with(async (client) => {
      await client.query({ text: 'create temporary table pg_class (relname name, relnamespace oid)', values: [] });
      expect((await client.query<{ made: number }>({ text: 'select make_due_months() as made', values: [] })).rows).toEqual([{ made: 0 }]);
      await client.query({ text: 'drop table pg_temp.pg_class', values: [] });
    });
  });

  it('cannot make itself or anybody else more than it is', async () => {
    const [{ owner } = { owner: '' }] = await door.database.sql<{ owner: string }>(`select quote_ident(current_user) as owner`);
    for (const act of [
      'create role planted', `alter role ${role} superuser`, `alter role ${role} createrole`, `set role ${owner}`, `set session authorization ${owner}`, `grant ${owner} to ${role}`, `alter table audit_record owner to ${role}`,
      'create database planted', 'select * from pg_authid', 'select * from application_role', `insert into application_role (name) values ('planted')`, `copy audit_record to program 'cat'`, `copy audit_record to '/tmp/planted'`, `select pg_read_file('PG_VERSION')`, 'alter system set fsync = off', 'create extension dblink',
    ]) await expect(say(act)).rejects.toMatchObject({ code: REFUSED });
    // It may hand on nothing that it has: the server says so by granting nothing.
    await say('grant select on audit_record to public');
    expect(await door.database.sql(`select 1 from pg_class c, aclexplode(c.relacl) a where c.relname = 'audit_record' and a.grantee = 0`)).toEqual([]);
  });

  it('cannot read or destroy what is in the key store, nor set back what was seen of the logs', async () => {
    const keys = await openHubDatabase({ url: asRole(door.keyStore.url), poolSize: 1, applicationName: 'role-attack' });
    try {
      const tables = await door.keyStore.sql<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`);
      expect(tables.map(({ name }) => name)).toContain('object_key');
      for (const { name } of tables) for (const act of [`select * from ${name}`, `delete from ${name}`, `drop table ${name}`]) await expect(keys.connections.with((client) => client.query({ text: act, values: [] }))).rejects.toMatchObject({ code: REFUSED });
    } finally {
      await keys.close();
    }
    await expect(say('delete from ledger_head')).rejects.toMatchObject({ code: REFUSED });
    await expect(say('truncate ledger_head')).rejects.toMatchObject({ code: REFUSED });
    await expect(say(`update ledger_head set size = 0`)).rejects.toMatchObject({ code: '23514' });
  });
});
