import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Checks, requests and messages, by month of their uuid v7. Every growing table has a default partition, so that a month
 * nobody made in time loses nothing. Rows of one act are written by one statement, which is what keeps them whole: foreign
 * keys between partitioned tables would cost a look-up a row and would stand in the way of dropping a month.
 */
export class Checks0002 implements MigrationInterface {
  readonly name = 'Checks0002000000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table if exists attachment_chunk, attachment, justification, envelope_body, envelope, check_request, lateral_check, check_reference, idempotency_key');
    await runner.query('drop sequence if exists attachment_upload');
  }
}

const STATES = `'open', 'acknowledged', 'answered', 'nothing_held', 'refused', 'redirected', 'withdrawn', 'expired'`;
const URGENCIES = `'red', 'amber', 'green'`;

const UP = [
  `create table idempotency_key (
    agency text not null,
    member text not null,
    key text not null,
    digest text not null,
    reply jsonb not null,
    at timestamptz not null,
    primary key (agency, member, key)
  ) with (autovacuum_vacuum_scale_factor = 0.05)`,
  'create index idempotency_key_age on idempotency_key (at)',
  // Ten letters of a uuid can meet by chance; a reference that people read out must mean one check.
  `create table check_reference (
    reference text primary key,
    check_id uuid not null
  )`,
  // Nothing of the check has an id below floor_id, so that a read by check leaves older months alone.
  `create table lateral_check (
    id uuid primary key,
    reference text not null,
    asking text not null,
    urgency text not null check (urgency in (${URGENCIES})),
    state text not null check (state in ('open', 'decided', 'closed', 'withdrawn')),
    version integer not null,
    opened_at timestamptz not null,
    received_at timestamptz not null,
    decided_at timestamptz,
    closed_at timestamptz,
    floor_id uuid not null
  ) partition by range (id)`,
  'create table lateral_check_default partition of lateral_check default',
  'create index lateral_check_asking on lateral_check (asking, opened_at desc, id desc)',
  `create table check_request (
    id uuid primary key,
    check_id uuid not null,
    reference text not null,
    asking text not null,
    asked text not null,
    asked_type text not null,
    urgency text not null check (urgency in (${URGENCIES})),
    state text not null check (state in (${STATES})),
    version integer not null,
    notice text not null default 'pending' check (notice in ('pending', 'delivered', 'undelivered')),
    sent_at timestamptz not null,
    due_at timestamptz not null,
    due_rule text not null,
    acknowledged_at timestamptz,
    ended_at timestamptz,
    current_envelope uuid not null,
    current_digest text not null,
    current_response uuid,
    floor_id uuid not null
  ) partition by range (id)`,
  'create table check_request_default partition of check_request default',
  'create index check_request_check on check_request (check_id)',
  'create index check_request_inbox on check_request (asked, sent_at desc, id desc)',
  'create index check_request_inbox_state on check_request (asked, state, sent_at desc, id desc)',
  `create table envelope (
    id uuid primary key,
    type text not null check (type in ('request', 'response', 'outcome', 'decision', 'record')),
    check_id uuid not null,
    request_id uuid,
    from_agency text not null,
    to_agency text,
    corrects uuid,
    attachment_id uuid,
    created_at timestamptz not null,
    collected_at timestamptz,
    content_digest text not null,
    header_digest text not null,
    share_record uuid not null
  ) partition by range (id)`,
  'create table envelope_default partition of envelope default',
  'create index envelope_check on envelope (check_id, request_id)',
  // Ciphertext does not compress, and lists must not touch it.
  `create table envelope_body (
    envelope_id uuid primary key,
    header text not null,
    signature bytea not null,
    content bytea not null,
    narrative bytea not null
  ) partition by range (envelope_id)`,
  'alter table envelope_body alter column content set storage external, alter column narrative set storage external, alter column signature set storage external',
  'create table envelope_body_default partition of envelope_body default',
  // Pseudonymised personal data, partly special category or about offences: apart from everything else, so that it can be guarded and kept apart.
  // What the hub made of the record is written with it and never again; null for what is not judged.
  `create table justification (
    envelope_id uuid primary key,
    record text not null,
    digest text not null,
    judgement text
  ) partition by range (envelope_id)`,
  'create table justification_default partition of justification default',
  `create table attachment (
    id uuid primary key,
    agency text not null,
    member text not null,
    upload bigint not null,
    length bigint not null,
    digest text not null,
    stored_at timestamptz not null,
    envelope_id uuid
  ) partition by range (id)`,
  'create table attachment_default partition of attachment default',
  'create sequence attachment_upload',
  `create table attachment_chunk (
    attachment_id uuid not null,
    upload bigint not null,
    idx integer not null,
    bytes bytea not null,
    primary key (attachment_id, upload, idx)
  ) partition by range (attachment_id)`,
  'alter table attachment_chunk alter column bytes set storage external',
  'create table attachment_chunk_default partition of attachment_chunk default',
];
