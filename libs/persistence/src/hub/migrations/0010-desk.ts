import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people's pages need: who has a piece of work, reminders, drafts, names that only the own team reads, how agencies can be spoken to. */
export class Desk0010 implements MigrationInterface {
  // They run in the order of the last 13 digits of their names.
  readonly name = 'Desk00109000000000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of DOWN) await runner.query(sql);
  }
}

const UP = [
  'alter table lateral_check add column opened_by text, add column held_by text',
  'alter table check_request add column held_by text, add column reminded_at timestamptz, add column escalated_at timestamptz',
  // A board is what is open, however much has ended since; and what somebody has, however much others have.
  'create index lateral_check_asking_state on lateral_check (asking, state, opened_at desc, id desc)',
  'create index lateral_check_held on lateral_check (asking, held_by, opened_at desc, id desc) where held_by is not null',
  'create index check_request_held on check_request (asked, held_by, sent_at desc, id desc) where held_by is not null',
  // Notices of a whole check name no request.
  'alter table agency_notice alter column request_id drop not null, alter column due_at drop not null',
  // To the mailbox for what is overdue, where there is one.
  'alter table outbox_event add column escalates boolean not null default false',
  // Ciphertext; `check_id` is what a member who has left the check must not be shown it for.
  `create table draft (
    id uuid primary key,
    agency text not null,
    member text not null,
    kind text not null check (kind in ('check', 'answer', 'decision', 'note')),
    reference text,
    check_id uuid,
    request_id uuid,
    readers text not null check (readers in ('self', 'approvers')),
    state text not null check (state in ('writing', 'to_approve', 'sent_back')),
    version integer not null,
    updated_at timestamptz not null,
    sealed bytea not null
  )`,
  'alter table draft alter column sealed set storage external',
  'create index draft_member on draft (agency, member)',
  `create index draft_waiting on draft (agency, updated_at) where state = 'to_approve'`,
  'create index draft_age on draft (updated_at)',
  `create table member_name (
    agency text not null,
    member text not null,
    sealed bytea not null,
    updated_at timestamptz not null,
    primary key (agency, member)
  )`,
  // What an agency says itself goes before the mailbox that it was registered with.
  `create table agency_contact (
    agency text primary key,
    phone text,
    out_of_hours_phone text,
    hours text not null,
    mailbox text,
    escalation_mailbox text,
    language text not null check (language in ('en', 'cy', 'both')),
    policy_document text,
    verified_at timestamptz not null,
    version integer not null
  )`,
];

const DOWN = [
  'drop table if exists agency_contact, member_name, draft',
  'alter table outbox_event drop column if exists escalates',
  'delete from agency_notice where request_id is null or due_at is null',
  'alter table agency_notice alter column request_id set not null, alter column due_at set not null',
  'drop index if exists check_request_held, lateral_check_held, lateral_check_asking_state',
  'alter table check_request drop column if exists held_by, drop column if exists reminded_at, drop column if exists escalated_at',
  'alter table lateral_check drop column if exists opened_by, drop column if exists held_by',
];
