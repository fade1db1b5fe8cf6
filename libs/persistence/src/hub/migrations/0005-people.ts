import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whose sign-in at a provider is which member's, browsers that are at their provider just now, and codes that custodians have given.
 * Nothing here is a name or an address, and nothing that could be used to sign in: of every secret there is the hash.
 */
export class People0005 implements MigrationInterface {
  readonly name = 'People0005000000000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table if exists one_time_code, sign_in_attempt, person');
  }
}

const UP = [
  // One person is one member of one agency: two providers that say the same subject speak of two people.
  `create table person (
    agency text not null,
    member text not null,
    issuer text not null,
    subject text not null,
    bound_at timestamptz not null,
    primary key (issuer, subject),
    unique (agency, member)
  )`,
  `create table sign_in_attempt (
    state_hash bytea primary key,
    browser_hash bytea not null,
    agency text not null,
    issuer text not null,
    step_up uuid,
    session_id uuid,
    expires_at timestamptz not null,
    check ((step_up is null) = (session_id is null))
  )`,
  'create index sign_in_attempt_expiry on sign_in_attempt (expires_at)',
  // The newest of a member is the only one.
  `create table one_time_code (
    agency text not null,
    member text not null,
    id uuid not null unique,
    code_hash bytea not null,
    expires_at timestamptz not null,
    primary key (agency, member)
  )`,
  'create index one_time_code_expiry on one_time_code (expires_at)',
];
