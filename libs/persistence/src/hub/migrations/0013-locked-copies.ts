import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Copies of agencies' keys lie locked under objects whose keys are elsewhere, as messages do. What has no object was stored before this migration and
 * lies as it came; the next copies take its place. Going down leaves what is locked as it is: only a build that has this one reads it.
 */
export class LockedCopies0013 implements MigrationInterface {
  readonly name = 'LockedCopies00139000000000013';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table if exists copy_object');
    for (const table of TABLES) await runner.query(`alter table ${table} drop column if exists object`);
  }
}

const TABLES = ['team_key_copy', 'custody_copy', 'roster_proposal', 'recovery_kit'];

const UP = [
  ...TABLES.map((table) => `alter table ${table} add column object uuid`),
  // What was kept together lies under one object. Given up: its key is to be destroyed, and then the row goes.
  `create table copy_object (
    object uuid primary key,
    agency text not null,
    kind text not null check (kind in ('proposal', 'handed-out', 'kit')),
    primary_key text check (primary_key is not null or kind = 'proposal'),
    kept_at timestamptz not null,
    given_up_at timestamptz
  )`,
  'create index copy_object_agency on copy_object (agency)',
  'create index copy_object_given_up on copy_object (object) where given_up_at is not null',
];
