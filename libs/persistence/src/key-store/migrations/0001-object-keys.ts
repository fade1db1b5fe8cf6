import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One key for each sealed object; a row without one is an object that was erased, in every copy of the hub's database, and whose id is used up. */
export class ObjectKeys0001 implements MigrationInterface {
  readonly name = 'ObjectKeys0001000000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table installation (one boolean primary key default true check (one), mark text not null check (mark in ('demo', 'test', 'play', 'production')))`);
    await runner.query('create table object_key (object uuid primary key, key bytea check (length(key) = 32))');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table if exists object_key, installation');
  }
}
