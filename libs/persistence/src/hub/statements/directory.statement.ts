import { recordedIf } from '../rows/audit-rows.js';
import { statement } from '../statement.js';

export const NEWEST_PARTNERSHIP = statement('newest-partnership', 'select partnership, version, digest, document from partnership_file order by version desc limit 1');
export const PARTNERSHIP_VERSIONS = statement('partnership-versions', 'select document from partnership_file where version >= :from::int order by version limit :rows::int');
export const NEWEST_ROSTER = statement('newest-roster', 'select document from agency_roster where agency = :agency::text order by version desc limit 1');
export const ALL_ROSTERS = statement('all-rosters', 'select document from agency_roster where agency = any(:agencies::text[]) order by agency, version');

/** A statement was in force here from when it was registered until the next one was; the first of an agency also before. */
export const STATEMENTS_OF_TIMES = statement('statements-of-times', `
with spans as (
  select agency, version, document, case when row_number() over w = 1 then '-infinity' else registered_at end as since, lead(registered_at, 1, 'infinity') over w as until, lead(version) over w is null as is_newest
    from agency_statement where agency = any(:agencies::text[]) window w as (partition by agency order by version)
), used as (
  select agency, version, document, is_newest, exists (select 1 from unnest(:times::timestamptz[]) t where t >= since and t < until) as is_used from spans
), wanted as (
  select agency, version, document, is_newest or is_used or lag(is_used, 1, false) over (partition by agency order by version) as is_wanted from used
)
select document from wanted where is_wanted order by agency, version`);
export const NEWEST_ROSTER_VERSIONS = statement('newest-roster-versions', 'select distinct on (agency) agency, version, digest from agency_roster where agency = any(:agencies::text[]) order by agency, version desc');
export const TEAM_KEY_COPIES = statement('team-key-copies', 'select agency, member, epoch, object, wrapped as bytes from team_key_copy where agency = :agency::text and member = :member::text order by epoch');
export const ALL_TEAM_KEY_COPIES = statement('all-team-key-copies', 'select agency, member, epoch, object, wrapped as bytes from team_key_copy where agency = any(:agencies::text[])');
export const ALL_CUSTODY_COPIES = statement('all-custody-copies', 'select agency, member, primary_key as "primary", object, wrapped as bytes from custody_copy where agency = any(:agencies::text[])');

/** One registration at a time: versions are compared with what is there. */
export const ONE_REGISTRATION = statement('one-registration', `select pg_advisory_xact_lock(hashtext('lateral registration'))`);

/** Writes whatever of a registration is new; counts what that was. */
export const REGISTER = statement('register-partnership', `
with file as (
  insert into partnership_file (version, partnership, document, digest, registered_at)
  values (:version::int, :partnership::text, :document::text, :digest::text, :at::timestamptz) on conflict do nothing returning 1
), agencies as (
  insert into partnership_agency (agency, type, version)
  select a.agency, a.type, :version::int from unnest(:agencies::text[], :types::text[]) as a(agency, type)
  on conflict (agency) do update set type = excluded.type, version = excluded.version where partnership_agency.version < excluded.version
), statements as (
  insert into agency_statement (agency, version, document, registered_at)
  select s.agency, s.version, s.document, :at::timestamptz from unnest(:statementAgencies::text[], :statementVersions::int[], :statements::text[]) as s(agency, version, document)
  on conflict do nothing
), rosters as (
  insert into agency_roster (agency, version, document, digest, registered_at)
  select r.agency, r.version, r.document, r.digest, :at::timestamptz from unnest(:rosterAgencies::text[], :rosterVersions::int[], :rosterDocuments::text[], :rosterDigests::text[]) as r(agency, version, document, digest)
  on conflict do nothing returning 1
), copies as (
  insert into team_key_copy (agency, member, epoch, wrapped, object)
  select c.agency, c.member, c.epoch, c.wrapped, c.object from unnest(:copyAgencies::text[], :copyMembers::text[], :copyEpochs::text[], :copies::bytea[], :copyObjects::uuid[]) as c(agency, member, epoch, wrapped, object)
  on conflict (agency, member, epoch) do update set wrapped = excluded.wrapped, object = excluded.object where team_key_copy.wrapped <> excluded.wrapped returning 1
), objects as (
  insert into copy_object (object, agency, kind, primary_key, kept_at)
  select o.object, o.agency, 'handed-out', o.primary_key, :at::timestamptz from unnest(:objects::uuid[], :objectAgencies::text[], :objectPrimaries::text[]) as o(object, agency, primary_key)
), people as (
  insert into person (agency, member, issuer, subject, bound_at)
  select p.agency, p.member, p.issuer, p.subject, :at::timestamptz from unnest(:personAgencies::text[], :personMembers::text[], :issuers::text[], :subjects::text[]) as p(agency, member, issuer, subject)
  on conflict do nothing returning 1
), custody as (
  insert into custody_copy (agency, member, primary_key, wrapped, object)
  select c.agency, c.member, c.primary_key, c.wrapped, c.object from unnest(:custodyAgencies::text[], :custodians::text[], :primaries::text[], :custody::bytea[], :custodyObjects::uuid[]) as c(agency, member, primary_key, wrapped, object)
  on conflict (agency, member) do update set primary_key = excluded.primary_key, wrapped = excluded.wrapped, object = excluded.object where custody_copy.wrapped <> excluded.wrapped returning 1
), facts as (
  insert into key_fact (fact) select f.fact from unnest(:facts::text[]) with ordinality as f(fact, n) order by f.n on conflict do nothing
), mailboxes as (
  insert into agency_mailbox (agency, mailbox, language)
  select m.agency, m.mailbox, m.language from unnest(:mailboxAgencies::text[], :mailboxes::text[], :languages::text[]) as m(agency, mailbox, language)
  on conflict (agency) do update set mailbox = excluded.mailbox, language = excluded.language
   where (agency_mailbox.mailbox, agency_mailbox.language) <> (excluded.mailbox, excluded.language) returning 1
)
select ((select count(*) from file) + (select count(*) from rosters) + (select count(*) from copies) + (select count(*) from people) + (select count(*) from custody) + (select count(*) from mailboxes))::int as written`);

export const RECORD_REGISTRATION = statement('record-registration', `with act as (select 1), ${recordedIf('act')} select 1 from act`);
