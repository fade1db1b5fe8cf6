import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Coded records may be deleted, once their time is over: the row stays with its digest, so that header and signature go on being what
 * they were, and that something is missing can be told from that nothing was ever there. And what was kept of no check can be found.
 */
export class Retention0012 implements MigrationInterface {
  readonly name = 'Retention00129000000000012';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  /** Fails where something has been deleted: there is no going back to before that. */
  async down(runner: QueryRunner): Promise<void> {
    for (const sql of DOWN) await runner.query(sql);
  }
}

const UP = [
  'alter table justification alter column record drop not null',
  // What the hub made of a record tells of it.
  'alter table justification add constraint justification_erased_whole check (record is not null or judgement is null)',
  `create index envelope_kept on envelope (check_id) where type = 'record'`,
];

const DOWN = [
  'drop index if exists envelope_kept',
  'alter table justification drop constraint if exists justification_erased_whole',
  'alter table justification alter column record set not null',
];
