import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Passkeys of people, the challenges that wait for one, and gestures by which a person shows again that it is they. Nothing here opens anything. */
export class Passkeys0006 implements MigrationInterface {
  readonly name = 'Passkeys0006000000000006';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table if exists step_up, passkey_challenge, passkey, passkey_user');
  }
}

const UP = [
  // `in_use` is counted here and not from the rows: of two enrolments at once each sees what the other has done.
  `create table passkey_user (
    agency text not null,
    member text not null,
    handle text not null unique,
    in_use smallint not null default 0 check (in_use between 0 and 10),
    primary key (agency, member)
  )`,
  `create table passkey (
    id uuid primary key,
    agency text not null,
    member text not null,
    credential text not null unique,
    public_key bytea not null,
    counter bigint not null check (counter >= 0),
    enrolled_at timestamptz not null,
    used_at timestamptz,
    disabled_at timestamptz,
    foreign key (agency, member) references passkey_user (agency, member)
  )`,
  'create index passkey_of_member on passkey (agency, member, id)',
  `create table passkey_challenge (
    challenge text primary key,
    session uuid not null,
    agency text not null,
    member text not null,
    expires_at timestamptz not null
  )`,
  'create index passkey_challenge_expiry on passkey_challenge (expires_at)',
  `create table step_up (
    id uuid primary key,
    session uuid not null,
    agency text not null,
    member text not null,
    action text not null,
    objects text[] not null check (cardinality(objects) between 1 and 20),
    nonce text not null,
    at timestamptz not null,
    expires_at timestamptz not null,
    spent_at timestamptz,
    granted_at timestamptz
  )`,
  'create index step_up_granted on step_up (session, action, granted_at) where granted_at is not null',
  'create index step_up_expiry on step_up (expires_at)',
];
