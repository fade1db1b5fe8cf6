import { recordedIf } from '../rows/audit-rows.js';
import { statement } from '../statement.js';

/** By state and not by position, so that a row which commits late is found; what another relay holds is passed over. */
export const CLAIM_OUTBOX = statement('claim-outbox', `
with fresh as materialized (
  select id from outbox_event where published_at is null order by id limit :rows::int for update skip locked
), stale as materialized (
  select id from outbox_event where published_at < :staleBefore::timestamptz order by published_at limit greatest(0, :rows::int - (select count(*)::int from fresh)) for update skip locked
)
update outbox_event o set published_at = :at::timestamptz, attempts = o.attempts + 1
  from (select id from fresh union all select id from stale) claimed
 where o.id = claimed.id
returning o.id, o.agency`);

export const OUTBOX_EVENT = statement('outbox-event', `
select o.id, o.event, o.agency, o.check_id, o.request_id, o.at, r.asking, r.asked, r.reference, r.urgency, r.due_at
  from outbox_event o join check_request r on r.id = o.request_id
 where o.id = :id::uuid`);

/**
 * Delivered or given up: the row goes, the request's notice says so where that was what it told (it is no new version, nobody
 * has to read again), and the record is written. A second time finds no row.
 */
export const SETTLE_OUTBOX = statement('settle-outbox', `
with gone as (
  delete from outbox_event where id = :id::uuid returning request_id
), marked as (
  update check_request r set notice = :result::text from gone
   where r.id = gone.request_id and :marksRequest::boolean
), ${recordedIf('gone')}
select 1 as settled from gone`);

export const OLDEST_OUTBOX = statement('oldest-outbox', 'select at from outbox_event order by at limit 1');

export const ANNOUNCE = statement('announce', `
insert into agency_notice (id, agency, kind, reference, request_id, urgency, due_at, at)
values (:id::uuid, :agency::text, :kind::text, :reference::text, :request::uuid, :urgency::text, :dueAt::timestamptz, :at::timestamptz)
on conflict do nothing`);

const NOTICE = 'n.id, n.agency, n.kind, n.reference, n.request_id, n.urgency, n.due_at, n.at';
export const NOTICES_BY_ID = statement('notices-by-id', `select ${NOTICE} from unnest(:ids::uuid[]) as named(id) join agency_notice n on n.id = named.id order by n.xid, n.id`);

/** Everything that a client which has seen one notice may not have seen: it can be given some twice, and never one too few. */
export const NOTICES_SINCE = statement('notices-since', `
select ${NOTICE}
  from agency_notice seen join agency_notice n on n.agency = seen.agency and n.xid >= seen.horizon and n.id <> seen.id
 where seen.id = :seen::uuid and seen.agency = :agency::text
 order by n.xid, n.id limit :rows::int`);

/** Where a client that has seen none begins: nothing of before is owed to it, its inbox has that. */
export const NEWEST_NOTICE = statement('newest-notice', `
select id from agency_notice where agency = :agency::text order by xid desc, id desc limit 1`);
