import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever reads for another agency finds what was put to it by what the sender signed. Few headers name a delegate, and only those are in the index. */
export class DelegatedQuestions0017 implements MigrationInterface {
  readonly name = 'DelegatedQuestions00179000000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index envelope_delegates on envelope_body using gin ((header::jsonb #> '{context,delegates}') jsonb_path_ops) where (header::jsonb #> '{context,delegates}') is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index if exists envelope_delegates');
  }
}
