import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each message says since when nobody can read it: a view is not made of two databases. Where the coded record is gone what was sealed
 * went before it, when the record of that says; what else was erased before this is noted by the next run of retention.
 */
export class ErasedEnvelopes0015 implements MigrationInterface {
  readonly name = 'ErasedEnvelopes00159000000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table envelope add column erased_at timestamptz');
    await runner.query(`update envelope e set erased_at = said.at
      from justification j, (select check_id, max(at) as at from audit_record where event = 'check.erased.v1' group by check_id) said
     where j.envelope_id = e.id and j.record is null and said.check_id = e.check_id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table envelope drop column if exists erased_at');
  }
}
