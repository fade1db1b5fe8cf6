import { recordedIf } from '../rows/audit-rows.js';
import { statement } from '../statement.js';

export const ROSTER_VERSIONS = statement('roster-versions', 'select document from agency_roster where agency = :agency::text and version >= :from::int order by version limit :rows::int');
export const ROSTER_PROPOSAL = statement('roster-proposal', 'select version, digest, body, object, proposed_by, proposed_at from roster_proposal where agency = :agency::text');

/** A proposal that found no second custodian gives way to a newer one. Run under the registration's lock: none comes after the roster whose place it wants. */
export const PROPOSE_ROSTER = statement('propose-roster', `
with proposed as (
  insert into roster_proposal (agency, version, digest, body, object, proposed_by, proposed_at)
  select :agency::text, :version::int, :digest::text, :body::text, :object::uuid, :proposedBy::text, :at::timestamptz
   where not exists (select 1 from agency_roster r where r.agency = :agency::text and r.version >= :version::int)
  on conflict (agency) do update set version = excluded.version, digest = excluded.digest, body = excluded.body, object = excluded.object, proposed_by = excluded.proposed_by, proposed_at = excluded.proposed_at
  returning 1
), given_up as (
  update copy_object o set given_up_at = :at::timestamptz from proposed where o.agency = :agency::text and o.kind = 'proposal' and o.given_up_at is null
), lock as (
  insert into copy_object (object, agency, kind, kept_at) select :object::uuid, :agency::text, 'proposal', :at::timestamptz from proposed
), ${recordedIf('proposed')}
select 1 as proposed from proposed`);

/**
 * What is left of members whose last day a roster named beforehand, once that day has come: what the roster that leaves somebody out takes away at
 * once. What came to be after that day belongs to whoever was invited again, and stays.
 */
export const END_MEMBERS = statement('end-members', `
with newest as (
  select distinct on (r.agency) r.agency, r.document::jsonb #> '{document,members}' as members from agency_roster r order by r.agency, r.version desc
), ended as (
  select n.agency, m->>'member' as member, max((m->>'until')::timestamptz) as until from newest n, jsonb_array_elements(n.members) m
   group by 1, 2 having bool_and(m->>'until' is not null and (m->>'until')::timestamptz <= :at::timestamptz)
), sessions as (
  delete from session s using ended e where s.agency = e.agency and s.member = e.member and s.started_at < e.until returning 1
), people as (
  delete from person p using ended e where p.agency = e.agency and p.member = e.member and p.bound_at < e.until returning 1
), passkeys as (
  update passkey k set disabled_at = :at::timestamptz from ended e where k.agency = e.agency and k.member = e.member and k.disabled_at is null and k.enrolled_at < e.until returning k.agency, k.member
), counted as (
  update passkey_user u set in_use = u.in_use - k.n from (select agency, member, count(*)::int as n from passkeys group by 1, 2) k where u.agency = k.agency and u.member = k.member
), locked as (
  delete from locked_key l using ended e where l.agency = e.agency and l.member = e.member and l.locked_at < e.until returning 1
), copies as (
  delete from team_key_copy c using ended e where c.agency = e.agency and c.member = e.member returning 1
), custody as (
  delete from custody_copy c using ended e where c.agency = e.agency and c.member = e.member returning 1
)
select ((select count(*) from sessions) + (select count(*) from people) + (select count(*) from passkeys) + (select count(*) from locked) + (select count(*) from copies) + (select count(*) from custody))::int as ended`);

/**
 * A roster comes into force with everything that follows from it: copies of keys for those who belong, an end of whatever let in those who do
 * not, and the fact for the key log. Where it deletes an epoch, every earlier copy of that key is given up, recovery kits from before the
 * roster too: they hold it. What waited to be signed is given up at any time. Run under the registration's lock, so that facts have the order in which they were published.
 */
export const PUBLISH_ROSTER = statement('publish-roster', `
with published as (
  insert into agency_roster (agency, version, document, digest, registered_at)
  select :agency::text, :version::int, :document::text, :digest::text, :at::timestamptz
   where :version::int = 1 + coalesce((select max(r.version) from agency_roster r where r.agency = :agency::text), 0)
  on conflict do nothing
  returning 1
), settled as (
  delete from roster_proposal p using published where p.agency = :agency::text and p.version <= :version::int
), joined as (
  update invitation i set joined_at = :at::timestamptz from published
   where i.agency = :agency::text and i.joined_at is null and i.redeemed_at is not null and i.fingerprint = any(:fingerprints::text[])
), sessions as (
  delete from session s using published where s.agency = :agency::text and s.member = any(:leavers::text[])
), gone as (
  delete from person p using published where p.agency = :agency::text and p.member = any(:left::text[])
), passkeys as (
  update passkey k set disabled_at = :at::timestamptz from published where k.agency = :agency::text and k.member = any(:left::text[]) and k.disabled_at is null
), counted as (
  update passkey_user u set in_use = 0 from published where u.agency = :agency::text and u.member = any(:left::text[])
), locked as (
  delete from locked_key k using published where k.agency = :agency::text and k.member = any(:left::text[])
), old_copies as (
  delete from team_key_copy c using published where c.agency = :agency::text and (c.member = any(:left::text[]) or (:deletes::boolean and c.epoch = any(:teamEpochs::text[])
    and not exists (select 1 from unnest(:copyMembers::text[], :copyEpochs::text[]) as n(member, epoch) where n.member = c.member and n.epoch = c.epoch)))
), old_custody as (
  delete from custody_copy c using published where c.agency = :agency::text and not c.member = any(:custodians::text[])
), given_up as (
  update copy_object o set given_up_at = :at::timestamptz from published
   where o.agency = :agency::text and o.given_up_at is null
     and (o.kind = 'proposal' or (:deletes::boolean and o.primary_key = :primary::text and (o.kind = 'handed-out'
       or exists (select 1 from recovery_kit k where k.agency = o.agency and k.object = o.object and (k.document::jsonb->>'made')::timestamptz < :issued::timestamptz))))
), lock as (
  insert into copy_object (object, agency, kind, primary_key, kept_at) select :object::uuid, :agency::text, 'handed-out', :primary::text, :at::timestamptz from published
), copies as (
  insert into team_key_copy (agency, member, epoch, wrapped, object)
  select :agency::text, c.member, c.epoch, c.wrapped, :object::uuid from published, unnest(:copyMembers::text[], :copyEpochs::text[], :copies::bytea[]) as c(member, epoch, wrapped)
   where c.member = any(:members::text[])
  on conflict (agency, member, epoch) do update set wrapped = excluded.wrapped, object = excluded.object
), custody as (
  insert into custody_copy (agency, member, primary_key, wrapped, object)
  select :agency::text, c.member, c.primary_key, c.wrapped, :object::uuid from published, unnest(:custodyMembers::text[], :primaries::text[], :custody::bytea[]) as c(member, primary_key, wrapped)
   where c.member = any(:custodians::text[])
  on conflict (agency, member) do update set primary_key = excluded.primary_key, wrapped = excluded.wrapped, object = excluded.object
), noted as (
  insert into key_fact (fact) select :fact::text from published on conflict do nothing
), ${recordedIf('published')}
select 1 as published from published`);

/**
 * Epochs that a message names as a reader's, where its check has not ended or it may still be opened for the first time: by the signed headers, from
 * the first day of the oldest epoch on, which is rare and worth reading them for. And those to which a draft is sealed that waits for the team: its
 * ciphertext says by the last eight bytes of the fingerprint for whom it is (RFC 9580 section 5.1).
 */
export const EPOCHS_NEEDED = statement('epochs-needed', `
select distinct n.epoch from unnest(:epochs::text[]) as n(epoch), envelope e join envelope_body b on b.envelope_id = e.id
 where e.id >= :from::uuid and b.envelope_id >= :from::uuid and position('"epoch":"' || n.epoch || '"' in b.header) > 0
   and ((b.header::jsonb #>> '{context,expires}')::timestamptz > :at::timestamptz
     or exists (select 1 from lateral_check c where c.id = e.check_id and c.state in ('open', 'decided')))
union
select n.epoch from unnest(:epochs::text[]) as n(epoch), draft d
 where d.agency = :agency::text and d.readers = 'approvers' and position(decode(right(n.epoch, 16), 'hex') in d.sealed) > 0`);

export const ONLY_OLDER_KITS = statement('only-older-kits', `
select count(*) > 0 and max((document::jsonb->>'made')::timestamptz) < :since::timestamptz as older from recovery_kit
 where agency = :agency::text and document::jsonb->>'primary' = :primary::text`);
