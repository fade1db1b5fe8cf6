import { recordedIf } from '../rows/audit-rows.js';
import { statement } from '../statement.js';

/** What retention needs of the messages of one check: `e` are its envelopes. */
const KEPT = `
  select max(e.created_at) as last_at, count(j.record)::int as records, coalesce(bool_and(e.erased_at is not null), true) as is_noted, array_agg(distinct e.from_agency) as senders, array_agg(distinct e.to_agency) filter (where e.to_agency is not null) as readers,
    jsonb_agg(distinct jsonb_build_object('cover', j.judgement::jsonb -> 'cover', 'subjectKind', j.record::jsonb ->> 'subjectKind')) filter (where j.judgement is not null) as shares
    from envelope e join justification j on j.envelope_id = e.id`;

/** Checks that have ended, a page by id, those without coded records too: whoever reads on needs to know how far this page came. */
export const ENDED_CHECKS = statement('ended-checks', `
select c.id, c.reference, greatest(c.closed_at, kept.last_at) as ended_at, kept.records, kept.is_noted, kept.senders, kept.readers, kept.shares,
    exists (select 1 from emergency_override o where o.check_id = c.id and o.reviewed_at is null) as awaits_review
  from (select id, reference, closed_at, floor_id from lateral_check
         where state in ('closed', 'withdrawn') and id > :after::uuid order by id limit :rows::int) c
  cross join lateral (${KEPT} where e.check_id = c.id and e.id >= c.floor_id) kept
 order by c.id`);

/** Records that were kept of no check: they may lie in any month. */
export const KEPT_ALONE = statement('kept-alone', `
select a.check_id as id, kept.last_at as ended_at, kept.records, kept.is_noted, kept.senders, kept.readers, kept.shares
  from (select distinct e.check_id from envelope e
         where e.type = 'record' and e.check_id > :after::uuid and not exists (select 1 from lateral_check c where c.id = e.check_id) order by e.check_id limit :rows::int) a
  cross join lateral (${KEPT} where e.check_id = a.check_id and e.type = 'record') kept
 order by a.check_id`);

export interface KeptRow { id: string; reference?: string; ended_at: Date; records: number; is_noted: boolean; senders: string[]; readers: string[] | null; shares: { cover: { agreement: string; version: number; clause: string } | null; subjectKind: 'child' | 'adult' | 'household' }[] | null; awaits_review?: boolean }

// The check is locked before its requests, as everywhere. A request that is another version turns away an answer that was judged beside what goes now.
const TARGET = `target as materialized (
  select c.id, c.floor_id from lateral_check c
   where c.id = :check::uuid and c.state in ('closed', 'withdrawn')
     and not exists (select 1 from emergency_override o where o.check_id = c.id and o.reviewed_at is null) for update
), moved as (update lateral_check c set version = c.version + 1 from target where c.id = target.id
), requests_moved as (update check_request r set version = r.version + 1 from target where r.check_id = target.id and r.id >= target.floor_id
)`;
const ALONE = `target as materialized (select :check::uuid as id, '00000000-0000-0000-0000-000000000000'::uuid as floor_id where not exists (select 1 from lateral_check c where c.id = :check::uuid))`;

/** What was written after it was looked at stays, and is looked at again another day. */
const eraseText = (target: string): string => `
with ${target}, erased as (
  update justification j set record = null, judgement = null from target, envelope e
   where e.check_id = target.id and e.id >= target.floor_id and e.created_at <= :endedAt::timestamptz and j.envelope_id = e.id and j.record is not null
), ${recordedIf('target')}
select 1 as done from target`;

export const ERASE_CODED_RECORDS = statement('erase-coded-records', eraseText(TARGET));
export const ERASE_RECORDS_KEPT_ALONE = statement('erase-records-kept-alone', eraseText(ALONE));

/** Attachments among them are no messages, and none of those is noted twice. */
export const NOTE_ERASED = statement('note-erased', 'update envelope set erased_at = :at::timestamptz where id = any(:objects::uuid[]) and erased_at is null');
