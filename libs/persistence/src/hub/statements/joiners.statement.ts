import { attemptFrom } from '../rows/attempt-row.js';
import { recordedIf } from '../rows/audit-rows.js';
import { statement } from '../statement.js';

const INVITED = 'insert into invitation (id, agency, member, roles, code_hash, issued_by, expires_at) select :id::uuid, :agency::text, :member::text, :roles::text[], :codeHash::bytea, :issuedBy::text, :expiry::timestamptz';

/** A pseudonym never comes to mean two people: not even an invitation that nobody took up frees it. */
export const INVITE = statement('invite', `
with ${attemptFrom(`'null'::jsonb`, `
   where not exists (select 1 from invitation i where i.id = :id::uuid)
     and not exists (select 1 from person p where p.agency = :agency::text and p.member = :member::text)
     and not exists (select 1 from invitation i where i.agency = :agency::text and i.member = :member::text and (i.redeemed_at is not null or i.expires_at > :at::timestamptz))`)}, invited as (
  ${INVITED} from attempt returning 1
), ${recordedIf('invited')}
select 1 as invited from invited`);

/** A code is never changed (roles.ts): the invitation that waits is counted out, and another stands in its place. */
export const INVITE_ANEW = statement('invite-anew', `
with counted_out as (
  update invitation i set joined_at = :at::timestamptz where i.agency = :agency::text and i.member = :member::text and i.redeemed_at is null and i.joined_at is null returning 1
), invited as (
  ${INVITED} from (select 1 from counted_out limit 1) as before returning 1
), ${recordedIf('invited')}
select 1 as invited from invited`);

export const INVITATION_BY_CODE = statement('invitation-by-code', `
select id, member from invitation where agency = :agency::text and code_hash = :codeHash::bytea and redeemed_at is null and joined_at is null and expires_at > :at::timestamptz`);

/** Code, sign-in and session become one person in one statement; whoever is somebody already stays who they are. Locked first: the code may be made void at this very moment. */
export const REDEEM = statement('redeem-invitation', `
with waiting as materialized (
  select agency, member from invitation where id = :id::uuid and redeemed_at is null and joined_at is null for update
), bound as (
  insert into person (agency, member, issuer, subject, bound_at)
  select w.agency, w.member, :issuer::text, :subject::text, :at::timestamptz from waiting w
  on conflict do nothing
  returning agency, member
), spent as (
  update invitation i set redeemed_at = :at::timestamptz, issuer = :issuer::text, subject = :subject::text from bound where i.id = :id::uuid returning 1
), known as (
  update session s set member = bound.member from bound where s.id = :session::uuid
), ${recordedIf('spent')}
select 1 as redeemed from spent`);

export const BRING_KEY = statement('bring-key', `
update invitation set key = :key::text, fingerprint = :fingerprint::text
 where agency = :agency::text and member = :member::text and redeemed_at is not null and joined_at is null returning 1 as brought`);

export const WAITING_JOINERS = statement('waiting-joiners', `
select id, member, roles, key, fingerprint, redeemed_at from invitation
 where agency = :agency::text and joined_at is null and (redeemed_at is not null or expires_at > :at::timestamptz) order by expires_at, id limit 500`);

/**
 * Whatever lets the member in goes, their locked key is withheld, and an invitation that needs no code stands in its place. Nothing that opens
 * is destroyed: one person's word must not be able to do that. An invitation that waits for them already is counted out first: a person has
 * one at a time.
 */
export const START_AGAIN = statement('start-again', `
with known as (
  select p.issuer, p.subject from person p where p.agency = :agency::text and p.member = :member::text
), ${attemptFrom(`'null'::jsonb`, 'from known')}, waiting as (
  update invitation i set joined_at = :at::timestamptz from attempt where i.agency = :agency::text and i.member = :member::text and i.redeemed_at is not null and i.joined_at is null returning 1
), invited as (
  insert into invitation (id, agency, member, roles, code_hash, issued_by, expires_at, redeemed_at, issuer, subject)
  select :id::uuid, :agency::text, :member::text, :roles::text[], :codeHash::bytea, :issuedBy::text, :at::timestamptz, :at::timestamptz, known.issuer, known.subject
    from attempt, known, (select count(*) from waiting) as ended
  returning 1
), sessions as (
  delete from session s using invited where s.agency = :agency::text and s.member = :member::text
), passkeys as (
  update passkey k set disabled_at = :at::timestamptz from invited where k.agency = :agency::text and k.member = :member::text and k.disabled_at is null
), counted as (
  update passkey_user u set in_use = 0 from invited where u.agency = :agency::text and u.member = :member::text
), locked as (
  update locked_key k set withheld_at = :at::timestamptz from invited where k.agency = :agency::text and k.member = :member::text and k.withheld_at is null
), ${recordedIf('invited')}
select 1 as again from invited`);

export interface JoinerRow { id: string; member: string; roles: string[]; key: string | null; fingerprint: string | null; redeemed_at: Date | null }
