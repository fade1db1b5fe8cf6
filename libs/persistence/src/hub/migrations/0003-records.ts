import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Audit records and where they stand in the ledger; what must still reach somebody; incidents. */
export class Records0003 implements MigrationInterface {
  readonly name = 'Records0003000000000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table if exists incident, agency_notice, outbox_event, audit_cursor, audit_position, audit_record');
  }
}

const UP = [
  // xid and seq give the commit order that the ledger is filled in: sequence numbers alone are taken before a commit and seen after it.
  `create table audit_record (
    id uuid primary key,
    xid xid8 not null default pg_current_xact_id(),
    seq bigserial not null,
    event text not null,
    entry text not null,
    at timestamptz not null,
    record text not null,
    salt bytea not null,
    check_id uuid,
    request_id uuid,
    message_id uuid,
    parties text[] not null
  ) partition by range (id)`,
  'create table audit_record_default partition of audit_record default',
  'create index audit_record_order on audit_record (xid, seq)',
  'create index audit_record_check on audit_record (check_id) where check_id is not null',
  `create table audit_position (
    audit_id uuid primary key,
    idx bigint not null,
    placed_at timestamptz not null
  ) partition by range (audit_id)`,
  'create table audit_position_default partition of audit_position default',
  `create table audit_cursor (
    one boolean primary key default true check (one),
    xid xid8 not null,
    seq bigint not null
  )`,
  `insert into audit_cursor (xid, seq) values ('0', 0)`,
  // Small and busy: every row is written, claimed and deleted within seconds.
  `create table outbox_event (
    id uuid primary key,
    event text not null,
    agency text not null,
    check_id uuid not null,
    request_id uuid not null,
    at timestamptz not null,
    published_at timestamptz,
    attempts integer not null default 0
  ) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_cost_delay = 0, autovacuum_analyze_scale_factor = 0.05)`,
  'create index outbox_event_unpublished on outbox_event (id) where published_at is null',
  'create index outbox_event_published on outbox_event (published_at) where published_at is not null',
  'create index outbox_event_age on outbox_event (at)',
  // horizon: whatever a client that has seen this notice may not have seen yet has a transaction number from here on.
  `create table agency_notice (
    id uuid primary key,
    agency text not null,
    kind text not null,
    reference text not null,
    request_id uuid not null,
    urgency text not null,
    due_at timestamptz not null,
    at timestamptz not null,
    xid xid8 not null default pg_current_xact_id(),
    horizon xid8 not null default pg_snapshot_xmin(pg_current_snapshot())
  ) partition by range (id)`,
  'create table agency_notice_default partition of agency_notice default',
  'create index agency_notice_agency on agency_notice (agency, xid)',
  `create table incident (
    id uuid primary key,
    kind text not null,
    raised_at timestamptz not null,
    ended_at timestamptz
  )`,
  'create unique index incident_open on incident (kind) where ended_at is null',
];
