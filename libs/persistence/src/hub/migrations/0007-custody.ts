import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What agencies keep here of their own keys, locked for the people who may use it; and the facts about keys that the key log holds. */
export class Custody0007 implements MigrationInterface {
  readonly name = 'Custody0007000000000007';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table if exists key_fact, roster_proposal, invitation, recovery_kit, custody_copy, locked_key');
  }
}

const UP = [
  // Personal keys as their owners' clients locked them, every version: what one person's word replaces or withholds is not destroyed by it.
  `create table locked_key (
    agency text not null,
    member text not null,
    fingerprint text not null,
    version integer not null check (version > 0),
    document text not null,
    locked_at timestamptz not null,
    withheld_at timestamptz,
    primary key (agency, member, fingerprint, version)
  )`,
  'create index locked_key_newest on locked_key (agency, member, locked_at, version) where withheld_at is null',
  `create table custody_copy (
    agency text not null,
    member text not null,
    primary_key text not null,
    wrapped bytea not null,
    primary key (agency, member)
  )`,
  `create table recovery_kit (
    agency text not null,
    digest text not null,
    document text not null,
    stored_at timestamptz not null,
    primary key (agency, digest)
  )`,
  'create index recovery_kit_newest on recovery_kit (agency, stored_at)',
  // Who brings the code becomes this member once the roster says so. A spent code stays, so that it can be told from an unknown one.
  `create table invitation (
    id uuid primary key,
    agency text not null,
    member text not null,
    roles text[] not null,
    code_hash bytea not null unique,
    issued_by text not null,
    expires_at timestamptz not null,
    redeemed_at timestamptz,
    issuer text,
    subject text,
    key text,
    fingerprint text,
    joined_at timestamptz
  )`,
  'create index invitation_member on invitation (agency, member)',
  'create index invitation_waiting on invitation (agency, expires_at, id) where joined_at is null',
  'create unique index invitation_redeemer on invitation (issuer, subject) where joined_at is null',
  // One next roster at a time; a later proposal of the same version replaces one that found no second custodian.
  `create table roster_proposal (
    agency text primary key,
    version integer not null,
    digest text not null,
    body text not null,
    proposed_by text not null,
    proposed_at timestamptz not null
  )`,
  // Written under the registration's lock, so that the order of numbers is the order of commits.
  `create table key_fact (
    seq bigint generated always as identity primary key,
    fact text not null unique,
    idx bigint unique
  )`,
  'create index key_fact_unplaced on key_fact (seq) where idx is null',
];
