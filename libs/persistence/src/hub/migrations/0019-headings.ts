import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Beside a question: whom it is about in a line, sealed to the sender's own team. It lies locked under the key of its message, and goes with it. */
export class Headings0019 implements MigrationInterface {
  readonly name = 'Headings00199000000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table envelope_body add column heading bytea');
    await runner.query('alter table envelope_body alter column heading set storage external');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table envelope_body drop column if exists heading');
  }
}
