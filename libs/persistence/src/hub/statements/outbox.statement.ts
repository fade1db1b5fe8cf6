import { OWN_EVENTS } from '@lateral/contracts';
import { TWIN } from '../rows/notice-rows.js';
import { statement } from '../statement.js';

/** Whether the newest partnership file names an agency no more; what it said of itself stays here. */
const HAS_LEFT = (agency: string): string => `exists (select from partnership_agency p where p.agency = ${agency} and p.version < (select max(version) from partnership_agency))`;

/** Of an event that is its own agency's alone the other party is told nothing. */
const IS_OWN = (event: string): string => `${event} in (${OWN_EVENTS.map((name) => `'${name}'`).join(', ')})`;

/**
 * By state and not by position, so that a row which commits late is found; what another relay holds is passed over. What is claimed is
 * announced with it, in one statement for many rows: clients are told before any job is made, whatever becomes of the queues. The other party's
 * clients are told as well, and no mail: colleagues see on their board what one of them has done. Of what a delegate is told, nobody else is.
 */
export const CLAIM_OUTBOX = statement('claim-outbox', `
with fresh as materialized (
  select id from outbox_event where published_at is null order by id limit :rows::int for update skip locked
), stale as materialized (
  select id from outbox_event where published_at < :staleBefore::timestamptz order by published_at limit greatest(0, :rows::int - (select count(*)::int from fresh)) for update skip locked
), claimed as (
  update outbox_event o set published_at = :at::timestamptz, attempts = o.attempts + 1
    from (select id from fresh union all select id from stale) found
   where o.id = found.id
  returning o.id, o.event, o.agency, o.request_id, o.at, o.attempts, o.due_at
), announced as (
  insert into agency_notice (id, agency, kind, reference, request_id, urgency, due_at, at)
  select told.id, told.agency, c.event, r.reference, c.request_id, r.urgency, coalesce(c.due_at, r.due_at), c.at
    from claimed c join check_request r on r.id = c.request_id,
      lateral (select c.id, c.agency union all select ${TWIN('c.id')}, case when c.agency = r.asked then r.asking else r.asked end where c.agency in (r.asking, r.asked) and not ${IS_OWN('c.event')}) as told(id, agency)
  on conflict do nothing
)
select id, agency, attempts, ${HAS_LEFT('claimed.agency')} as has_left from claimed`);

export const OUTBOX_EVENTS = statement('outbox-events', `
select o.id, o.event, o.agency, o.check_id, o.request_id, o.at, r.asking, r.asked, r.reference, r.urgency, coalesce(o.due_at, r.due_at) as due_at,
       case when not ${HAS_LEFT('o.agency')} then coalesce(case when o.escalates then k.escalation_mailbox end, k.mailbox, m.mailbox) end as mailbox, coalesce(k.language, m.language, 'both') as language, exists (select from agency_notice n where n.id = o.id) as announced
  from unnest(:ids::uuid[]) as named(id) join outbox_event o on o.id = named.id
  join check_request r on r.id = o.request_id left join agency_mailbox m on m.agency = o.agency left join agency_contact k on k.agency = o.agency`);

/**
 * Delivered or given up: the row goes, the request's notice says so where that was what it told (it is no new version, nobody
 * has to read again), and the record is written. A second time finds no row. Gives the ids of those whose row went. Many at once, but
 * never two of one check: an act that ends a check locks its requests in whatever order, and each could wait for the other.
 */
export const SETTLE_OUTBOX = statement('settle-outbox', `
with named as (
  select n.* from unnest(:ids::uuid[], :results::text[], :marks::boolean[]) as n(id, result, marks)
), gone as (
  delete from outbox_event o using named n where o.id = n.id returning o.id, o.request_id, n.result, n.marks
), marked as (
  update check_request r set notice = gone.result from gone
   where r.id = gone.request_id and gone.marks
), recorded as (
  insert into audit_record (id, event, entry, at, record, salt, check_id, request_id, message_id, parties)
  select a.id, a.event, a.entry, a.at, a.record, a.salt, a.check_id, a.request_id, a.message_id, string_to_array(a.parties, e'\\x1f')
    from unnest(:ids::uuid[], :auditIds::uuid[], :auditEvents::text[], :auditEntries::text[], :auditTimes::timestamptz[], :auditRecords::text[],
      :auditSalts::bytea[], :auditChecks::uuid[], :auditRequests::uuid[], :auditMessages::uuid[], :auditParties::text[])
      as a(settled, id, event, entry, at, record, salt, check_id, request_id, message_id, parties)
    join gone on gone.id = a.settled
)
select id from gone`);

export const OLDEST_OUTBOX = statement('oldest-outbox', 'select at from outbox_event order by at limit 1');

export const ANNOUNCE = statement('announce', `
insert into agency_notice (id, agency, kind, reference, request_id, urgency, due_at, at)
values (:id::uuid, :agency::text, :kind::text, :reference::text, :request::uuid, :urgency::text, :dueAt::timestamptz, :at::timestamptz)
on conflict do nothing`);

// With whoever has left the check since: they are told nothing of it any more.
const NOTICE = `n.id, n.agency, n.kind, n.reference, n.request_id, n.urgency, n.due_at, n.at, (
  select array_agg(x.member) from check_reference k join recusal x on x.check_id = k.check_id and x.agency = n.agency where k.reference = n.reference) as without`;
export const NOTICES_BY_ID = statement('notices-by-id', `select ${NOTICE} from unnest(:ids::uuid[]) as named(id) join agency_notice n on n.id = named.id order by n.xid, n.id`);

/** Everything that a client which has seen one notice may not have seen: it can be given some twice, and never one too few. `past` is the last of the page before. */
export const NOTICES_SINCE = statement('notices-since', `
select ${NOTICE}
  from agency_notice seen join agency_notice n on n.agency = seen.agency and n.xid >= seen.horizon and n.id <> seen.id
 where seen.id = :seen::uuid and seen.agency = :agency::text
   and (:past::uuid is null or (n.xid, n.id) > (select p.xid, p.id from agency_notice p where p.id = :past::uuid))
 order by n.xid, n.id limit :rows::int`);

/** Where a client that has seen none begins: nothing of before is owed to it, its inbox has that. */
export const NEWEST_NOTICE = statement('newest-notice', `
select id from agency_notice where agency = :agency::text order by xid desc, id desc limit 1`);
