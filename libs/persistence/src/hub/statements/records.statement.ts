import type { Buffer } from 'node:buffer';
import { statement } from '../statement.js';

const RECORD = 'a.id, a.event, a.record, a.salt, p.idx::float8 as index';

export const RECORD_BY_ID = statement('record-by-id', `select ${RECORD} from audit_record a left join audit_position p on p.audit_id = a.id where a.id = :id::uuid`);

/** What of a check's records one agency is party to: in the ledger's order, and what is not in yet in the order of commits. */
export const RECORDS_OF_PARTY = statement('records-of-party', `
select ${RECORD}
  from audit_record a left join audit_position p on p.audit_id = a.id
 where a.check_id = :check::uuid and a.id >= (select c.floor_id from lateral_check c where c.id = :check::uuid) and :agency::text = any(a.parties)
 order by p.idx nulls last, a.xid, a.seq`);

/**
 * Behind the horizon every transaction is over, so nothing can still appear before what is read here. Reading by number alone
 * would step over a record whose number was taken early and which was committed late.
 */
export const UNPLACED = statement('unplaced-records', `
select a.id, a.event, a.record, a.salt, null as index, a.entry, a.xid::text as xid, a.seq::text as seq
  from audit_record a
 where (a.xid, a.seq) > ((select xid from audit_cursor), (select seq from audit_cursor)) and a.xid < pg_snapshot_xmin(pg_current_snapshot())
 order by a.xid, a.seq limit :rows::int`);

/** Positions and the cursor move together. The cursor only goes forward, whoever else moved it meanwhile. */
export const PLACE = statement('place-records', `
with placed as (
  insert into audit_position (audit_id, idx, placed_at)
  select p.id, p.idx, :at::timestamptz from unnest(:ids::uuid[], :indexes::bigint[]) as p(id, idx)
  on conflict do nothing
)
update audit_cursor set xid = :xid::xid8, seq = :seq::bigint where (xid, seq) < (:xid::xid8, :seq::bigint)`);

/** The next to be placed, whether the horizon has passed it or not: a transaction that hangs must show as delay. */
export const OLDEST_UNPLACED = statement('oldest-unplaced', `
select a.at from audit_record a
 where (a.xid, a.seq) > ((select xid from audit_cursor), (select seq from audit_cursor))
 order by a.xid, a.seq limit 1`);

export interface RecordRow {
  id: string;
  event: string;
  record: string;
  salt: Buffer;
  index: number | null;
}

