import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What shares are judged by: versions of the catalogue and of agreements, none of which is ever forgotten, and the overrides
 * that shares left under. None of these is partitioned. Versions come a few a year. Overrides are exceptions that a second
 * person reviews within days, and dropping them by the month would drop those that were never reviewed with the rest.
 */
export class Law0004 implements MigrationInterface {
  readonly name = 'Law0004000000000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table if exists emergency_override, agreement_approval, agreement_party, agreement_version, catalogue_version');
  }
}

const UP = [
  // Documents are kept as the text that their digest is of.
  `create table catalogue_version (
    version text primary key,
    digest text not null,
    document text not null,
    adopted_at timestamptz not null
  )`,
  `create table agreement_version (
    reference text not null,
    version integer not null check (version > 0),
    digest text not null,
    document text not null,
    state text not null check (state in ('proposed', 'published')),
    proposed_at timestamptz not null,
    published_at timestamptz,
    primary key (reference, version),
    check ((state = 'published') = (published_at is not null))
  )`,
  // By agency first: what an agency may see is found from here.
  `create table agreement_party (
    agency text not null,
    reference text not null,
    version integer not null,
    primary key (agency, reference, version)
  )`,
  // One approval an agency: two members of one agency are not two signatories.
  `create table agreement_approval (
    reference text not null,
    version integer not null,
    agency text not null,
    member text not null,
    at timestamptz not null,
    primary key (reference, version, agency)
  )`,
  `create table emergency_override (
    message uuid primary key,
    check_id uuid not null,
    request_id uuid not null,
    agency text not null,
    member text not null,
    reason text not null,
    findings text[] not null,
    used_at timestamptz not null,
    review_due timestamptz not null,
    reviewed_at timestamptz,
    finding text,
    review_message uuid,
    check (num_nulls(reviewed_at, finding, review_message) in (0, 3))
  )`,
  'create index emergency_override_agency on emergency_override (agency, used_at desc, message desc)',
  'create index emergency_override_open on emergency_override (agency, used_at desc, message desc) where reviewed_at is null',
];
