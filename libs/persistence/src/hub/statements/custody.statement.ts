import { recordedIf } from '../rows/audit-rows.js';
import { statement } from '../statement.js';

export const LOCKED_KEY = statement('locked-key', `
select document from locked_key where agency = :agency::text and member = :member::text and withheld_at is null order by locked_at desc, version desc limit 1`);
/**
 * Only the very next version of that key: of two clients that change the ways to unlock at once, one is told that it came second. Earlier
 * versions stay, so that nobody who has got in for an hour can put what opens nothing in their place for good.
 */
export const KEEP_LOCKED_KEY = statement('keep-locked-key', `
with kept as (
  insert into locked_key (agency, member, fingerprint, version, document, locked_at)
  select :agency::text, :member::text, :fingerprint::text, :version::int, :document::text, :at::timestamptz
   where :version::int = 1 + coalesce((select max(k.version) from locked_key k where k.agency = :agency::text and k.member = :member::text and k.fingerprint = :fingerprint::text), 0)
  on conflict do nothing
  returning 1
), ${recordedIf('kept')}
select 1 as kept from kept`);

export const CUSTODY_COPY = statement('custody-copy', 'select agency, member, primary_key as "primary", wrapped from custody_copy where agency = :agency::text and member = :member::text');
export const RECOVERY_KIT = statement('recovery-kit', 'select document, digest from recovery_kit where agency = :agency::text order by stored_at desc limit 1');
/** Earlier kits stay: a custodian who stores one that opens nothing must not take the papers' use away. */
export const KEEP_RECOVERY_KIT = statement('keep-recovery-kit', `
with kept as (
  insert into recovery_kit (agency, document, digest, stored_at) values (:agency::text, :document::text, :digest::text, :at::timestamptz)
  on conflict (agency, digest) do update set stored_at = excluded.stored_at
  returning 1
), ${recordedIf('kept')}
select 1 as kept from kept`);
