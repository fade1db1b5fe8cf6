import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who knows someone in which check. Every read that is made for a member looks here, by the primary key; it stays small. */
export class Recusal0008 implements MigrationInterface {
  readonly name = 'Recusal0008000000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table recusal (
      check_id uuid not null,
      agency text not null,
      member text not null,
      at timestamptz not null,
      primary key (check_id, agency, member)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table if exists recusal');
  }
}
