import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is told may be due at a time of its own: the review of an emergency, say. Without one it is due when the answer is. */
export class NoticesDue0020 implements MigrationInterface {
  readonly name = 'NoticesDue00209000000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table outbox_event add column due_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table outbox_event drop column if exists due_at');
  }
}
