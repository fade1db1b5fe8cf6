import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Months are made in the database, by its owner: as the owner runs `make_months`, or by `make_due_months`, which works with the owner's
 * rights for a role that has none to make tables. It takes no argument, so whoever may call it gets the months that are due anyway and
 * nothing else; every name in it is looked up in the system's schema only, or written with its own. A migration that adds a growing
 * table writes `growing_table` anew. And the roles are remembered that hub and courier run as: each migration grants them what it adds.
 */
export class MonthsForRoles0016 implements MigrationInterface {
  readonly name = 'MonthsForRoles00169000000000016';

  async up(runner: QueryRunner): Promise<void> {
    const [found] = (await runner.query('select quote_ident(current_schema()) as schema')) as { schema: string }[];
    for (const sql of functionsIn(found!.schema)) await runner.query(sql);
    for (const name of FUNCTIONS) await runner.query(`revoke all on function ${name} from public`);
    await runner.query('create table application_role (name text primary key)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of FUNCTIONS) await runner.query(`drop function if exists ${name}`);
    await runner.query('drop table if exists application_role');
  }
}

const FUNCTIONS = ['make_due_months()', 'make_months(timestamptz, integer)', 'missing_months(timestamptz, integer)', 'growing_table()', 'lowest_id(timestamp)'];

// Where nothing is said, Postgres looks into a session's temporary tables first: whoever calls could lay another pg_class there.
const SAFELY = 'set search_path = pg_catalog, pg_temp';

const functionsIn = (schema: string): string[] => [
  // The lowest uuid v7 of a moment of UTC.
  `create function lowest_id(at timestamp) returns uuid language sql immutable ${SAFELY} as $$
    select (overlay(lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') placing '-' from 9 for 0) || '-0000-0000-000000000000')::uuid $$`,
  // Requests change state, so the pages of their months keep room for that.
  `create function growing_table() returns table (name text, key text, settings text) language sql immutable ${SAFELY} as $$
    values ('lateral_check', 'id', ' with (fillfactor = 85)'), ('check_request', 'id', ' with (fillfactor = 85)'), ('envelope', 'id', ' with (fillfactor = 90)'),
      ('envelope_body', 'envelope_id', ''), ('justification', 'envelope_id', ''), ('attachment', 'id', ''), ('attachment_chunk', 'attachment_id', ''),
      ('audit_record', 'id', ''), ('audit_position', 'audit_id', ''), ('agency_notice', 'id', '') $$`,
  // From the month before to that many ahead.
  `create function missing_months(at timestamptz, ahead integer) returns table (growing text, key text, settings text, month text, low uuid, high uuid) language sql stable ${SAFELY} as $$
    select t.name, t.key, t.settings, n.month, ${schema}.lowest_id(m.starts), ${schema}.lowest_id(m.starts + interval '1 month')
      from ${schema}.growing_table() t, generate_series(date_trunc('month', at at time zone 'UTC') - interval '1 month', date_trunc('month', at at time zone 'UTC') + make_interval(months => ahead), interval '1 month') as m (starts),
        lateral (select t.name || to_char(m.starts, '_YYYY_MM') as month) n
     where not exists (select 1 from pg_class c where c.relname = n.month and c.relnamespace = '${schema}'::regnamespace)
     order by m.starts, t.name $$`,
  // Rows that came before their month was made lie in the default partition; they move with it. Attaching waits for whoever writes:
  // better to give up and come back with the next sweep than to hold everybody up.
  `create function make_months(at timestamptz, ahead integer) returns integer language plpgsql ${SAFELY} set lock_timeout = '5s' as $$
    declare
      due record;
      early boolean;
      made integer := 0;
    begin
      perform 1 from ${schema}.missing_months(at, ahead);
      if not found then return 0; end if;
      perform pg_advisory_xact_lock(hashtext('lateral partitions'));
      for due in select * from ${schema}.missing_months(at, ahead) loop
        execute format('select exists (select 1 from ${schema}.%I where %I >= %L and %I < %L)', due.growing || '_default', due.key, due.low, due.key, due.high) into early;
        if not early then
          execute format('create table ${schema}.%I partition of ${schema}.%I for values from (%L) to (%L)%s', due.month, due.growing, due.low, due.high, due.settings);
        else
          execute format('lock table ${schema}.%I in access exclusive mode', due.growing);
          execute format('create table ${schema}.%I (like ${schema}.%I including defaults including storage including constraints)%s', due.month, due.growing, due.settings);
          execute format('with moved as (delete from ${schema}.%I where %I >= %L and %I < %L returning *) insert into ${schema}.%I select * from moved', due.growing || '_default', due.key, due.low, due.key, due.high, due.month);
          execute format('alter table ${schema}.%I attach partition ${schema}.%I for values from (%L) to (%L)', due.growing, due.month, due.low, due.high);
        end if;
        made := made + 1;
      end loop;
      return made;
    end $$`,
  // The database's own time: an argument would let its caller make months without end.
  `create function make_due_months() returns integer language sql security definer ${SAFELY} as $$ select ${schema}.make_months(clock_timestamp(), 3) $$`,
];
