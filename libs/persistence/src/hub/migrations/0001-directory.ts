import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who takes part, and who is signed in. Documents are kept as they were signed, every version. */
export class Directory0001 implements MigrationInterface {
  readonly name = 'Directory0001000000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table if exists used_assertion, session, team_key_copy, agency_mailbox, agency_roster, agency_statement, partnership_agency, partnership_file, installation');
  }
}

const UP = [
  `create table installation (
    one boolean primary key default true check (one),
    mark text not null check (mark in ('demo', 'test', 'play', 'production'))
  )`,
  `create table partnership_file (
    version integer primary key check (version > 0),
    partnership text not null,
    document text not null,
    digest text not null,
    registered_at timestamptz not null
  )`,
  `create table partnership_agency (
    agency text primary key,
    type text not null,
    version integer not null
  )`,
  `create table agency_statement (
    agency text not null,
    version integer not null,
    document text not null,
    registered_at timestamptz not null,
    primary key (agency, version)
  )`,
  `create table agency_roster (
    agency text not null,
    version integer not null check (version > 0),
    document text not null,
    digest text not null,
    registered_at timestamptz not null,
    primary key (agency, version)
  )`,
  `create table agency_mailbox (
    agency text primary key,
    mailbox text not null,
    language text not null check (language in ('en', 'cy', 'both'))
  )`,
  `create table team_key_copy (
    agency text not null,
    member text not null,
    epoch text not null,
    wrapped bytea not null,
    primary key (agency, member, epoch)
  )`,
  // issuer, subject and sid are as the provider of whoever signed in said them; a newcomer has no member yet.
  `create table session (
    id uuid primary key,
    token_hash bytea not null unique,
    kind text not null check (kind in ('person', 'machine', 'one-time-code', 'newcomer')),
    agency text not null,
    member text check (member is not null or kind = 'newcomer'),
    issuer text,
    subject text,
    sid text,
    started_at timestamptz not null,
    seen_at timestamptz not null,
    idle_until timestamptz,
    expires_at timestamptz not null,
    check ((issuer is not null and subject is not null) = (kind in ('person', 'newcomer')))
  )`,
  'create index session_member on session (agency, member)',
  'create index session_provider on session (issuer, subject) where issuer is not null',
  'create index session_expiry on session (least(idle_until, expires_at))',
  // An assertion's id is its issuer's own: one member cannot use up another's.
  `create table used_assertion (
    agency text not null,
    member text not null,
    id text not null,
    expires_at timestamptz not null,
    primary key (agency, member, id)
  )`,
  'create index used_assertion_expiry on used_assertion (expires_at)',
];
