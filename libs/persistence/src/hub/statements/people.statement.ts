import { recordedIf } from '../rows/audit-rows.js';
import { statement } from '../statement.js';
import { startedFrom } from './sessions.statement.js';

/** A roster may have named the day on which somebody ends long before: from then on their binding counts for nothing, swept away or not. */
export const PERSON_BY_PROVIDER = statement('person-by-provider', `
select p.agency, p.member from person p
 where p.issuer = :issuer::text and p.subject = :subject::text and not coalesce((
  select bool_and(m->>'until' is not null and (m->>'until')::timestamptz <= :at::timestamptz and p.bound_at < (m->>'until')::timestamptz)
    from (select r.document from agency_roster r where r.agency = p.agency order by r.version desc limit 1) n, jsonb_array_elements(n.document::jsonb #> '{document,members}') m
   where m->>'member' = p.member), false)`);

export const BEGIN_TRIP = statement('begin-trip', `
insert into sign_in_attempt (state_hash, browser_hash, agency, issuer, step_up, session_id, expires_at)
values (:stateHash::bytea, :browserHash::bytea, :agency::text, :issuer::text, :stepUp::uuid, :session::uuid, :expiresAt::timestamptz)`);
/** Gone with the first return, in time or not: of two that bring the same state, one finds it. */
export const TAKE_TRIP = statement('take-trip', `
with taken as (delete from sign_in_attempt where state_hash = :stateHash::bytea returning state_hash, browser_hash, agency, issuer, step_up, session_id, expires_at)
select * from taken where expires_at > :at::timestamptz`);

export const ISSUE_CODE = statement('issue-code', `
with issued as (
  insert into one_time_code (agency, member, id, code_hash, expires_at) values (:agency::text, :member::text, :id::uuid, :codeHash::bytea, :expiresAt::timestamptz)
  on conflict (agency, member) do update set id = excluded.id, code_hash = excluded.code_hash, expires_at = excluded.expires_at returning 1
), ${recordedIf('issued')}
select 1 as issued from issued`);
export const FIND_CODE = statement('find-code', `
select id from one_time_code where agency = :agency::text and member = :member::text and code_hash = :codeHash::bytea and expires_at > :at::timestamptz`);
export const SPEND_CODE = statement('spend-code', `
with spent as (delete from one_time_code where id = :code::uuid and expires_at > :startedAt::timestamptz returning 1), ${startedFrom('spent')}, ${recordedIf('spent')}
select 1 as spent from spent`);
