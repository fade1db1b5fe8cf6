import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The newest head of each log that hub and courier have verified. A log is named by its verifier key, so one with another key has
 * another memory. It goes forward only, whoever writes: who could set it back could have a rolled-back log believed.
 */
export class LedgerHeads0014 implements MigrationInterface {
  readonly name = 'LedgerHeads00149000000000014';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table if exists ledger_head');
    await runner.query('drop function if exists refuse_smaller_head()');
  }
}

const UP = [
  `create table ledger_head (
    log text primary key,
    size bigint not null check (size >= 0),
    root bytea not null check (octet_length(root) = 32),
    note text not null,
    noted_at timestamptz not null
  )`,
  `create function refuse_smaller_head() returns trigger language plpgsql as $$
    begin
      if new.log <> old.log or new.size <= old.size then raise exception 'a head is kept until a greater one is' using errcode = 'check_violation'; end if;
      return new;
    end $$`,
  'create trigger forward_only before update on ledger_head for each row execute function refuse_smaller_head()',
];
