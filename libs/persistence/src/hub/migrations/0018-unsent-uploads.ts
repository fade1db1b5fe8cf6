import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Uploads that no message names are found by how long they have been here, and go with their chunks; of those that are gone it is written whose
 * keys are still to be destroyed. The function works with the owner's rights: whoever calls it may delete no row that a message names. A draft
 * holds what may lie in it: an answer to a request that was there before the upload, whoever of the agency writes it now. Whoever sends one at
 * the same moment has locked it, and then it stays.
 */
export class UnsentUploads0018 implements MigrationInterface {
  readonly name = 'UnsentUploads00189000000000018';

  async up(runner: QueryRunner): Promise<void> {
    const [found] = (await runner.query('select quote_ident(current_schema()) as schema')) as { schema: string }[];
    await runner.query('create index attachment_unsent on attachment (stored_at) where envelope_id is null');
    await runner.query('create table given_up_upload (object uuid primary key)');
    await runner.query(functionIn(found!.schema));
    await runner.query(`revoke all on function ${FUNCTION} from public`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function if exists ${FUNCTION}`);
    await runner.query('drop table if exists given_up_upload');
    await runner.query('drop index if exists attachment_unsent');
  }
}

const FUNCTION = 'give_up_uploads(timestamptz, integer)';

const functionIn = (schema: string): string => `create function give_up_uploads(before timestamptz, most integer) returns integer language sql security definer set search_path = pg_catalog, pg_temp as $$
  with old as (
    select a.id from ${schema}.attachment a
     where a.envelope_id is null and a.stored_at < before
       and not exists (select 1 from ${schema}.draft d join ${schema}.check_request r on r.id = d.request_id where d.agency = a.agency and r.sent_at <= a.stored_at)
     order by a.stored_at limit most for update of a skip locked
  ), gone as (
    delete from ${schema}.attachment a using old where a.id = old.id returning a.id
  ), dropped as (
    delete from ${schema}.attachment_chunk c using gone where c.attachment_id = gone.id
  ), given_up as (
    insert into ${schema}.given_up_upload (object) select id from gone on conflict do nothing
  ) select count(*)::integer from gone $$`;
