import { attemptFrom } from '../rows/attempt-row.js';
import { recordedIf } from '../rows/audit-rows.js';
import { statement } from '../statement.js';

/** A member's handle is made once; the update that changes nothing gives back the one that was there. */
export const BEGIN_PASSKEY = statement('begin-passkey', `
with challenge as (
  insert into passkey_challenge (challenge, session, agency, member, expires_at)
  values (:challenge::text, :session::uuid, :agency::text, :member::text, :expiry::timestamptz)
)
insert into passkey_user (agency, member, handle) values (:agency::text, :member::text, :handle::text)
on conflict (agency, member) do update set handle = passkey_user.handle
returning handle`);

/**
 * All of it or nothing. The member's row is locked, and looked at again where another held it: of two that would each be the
 * first one is, and nobody gets an eleventh. A credential that is enrolled fails the whole statement.
 */
export const ENROL_PASSKEY = statement('enrol-passkey', `
with waiting as materialized (
  select challenge from passkey_challenge
   where challenge = :challenge::text and session = :session::uuid and agency = :actorAgency::text and member = :actorMember::text and expires_at > :at::timestamptz for update
), owner as materialized (
  select u.member from passkey_user u, waiting
   where u.agency = :actorAgency::text and u.member = :actorMember::text and u.in_use < :most::int and (u.in_use = 0 or :besides::boolean) for update of u
), ${attemptFrom(':reply::jsonb', 'from owner')}, counted as (
  update passkey_user u set in_use = in_use + 1 from attempt where u.agency = :actorAgency::text and u.member = :actorMember::text
), spent as (
  delete from passkey_challenge c using attempt where c.challenge = :challenge::text
), enrolled as (
  insert into passkey (id, agency, member, credential, public_key, counter, enrolled_at)
  select :id::uuid, :actorAgency::text, :actorMember::text, :credential::text, :publicKey::bytea, :counter::bigint, :at::timestamptz from attempt
), ${recordedIf('attempt')}
select reply from attempt`);

export const PASSKEYS_OF = statement('passkeys-of', `
select id, agency, member, credential, public_key, counter::float8 as counter, enrolled_at, used_at, disabled_at from passkey
 where agency = :agency::text and member = :member::text order by id`);

export const PASSKEY_HANDLE = statement('passkey-handle', 'select handle from passkey_user where agency = :agency::text and member = :member::text');

export const DISABLE_PASSKEY = statement('disable-passkey', `
with disabled as (
  update passkey set disabled_at = :at::timestamptz
   where id = :id::uuid and agency = :agency::text and member = :member::text and disabled_at is null returning agency, member
), counted as (
  update passkey_user u set in_use = in_use - 1 from disabled where u.agency = disabled.agency and u.member = disabled.member
), ${recordedIf('disabled')}
select 1 as disabled from disabled`);
