import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of which of its answers an agency wants an approver before they go. */
export class ApprovedAnswers0011 implements MigrationInterface {
  readonly name = 'ApprovedAnswers00119000000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table agency_contact add column approved text not null default 'some' check (approved in ('some', 'all'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table agency_contact drop column if exists approved');
  }
}
