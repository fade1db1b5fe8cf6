import { recordedIf } from '../rows/audit-rows.js';
import { statement } from '../statement.js';

export const LOCKED_KEY = statement('locked-key', 'select document from locked_key where agency = :agency::text and member = :member::text');
/** Only the very next version: of two clients that change the ways to unlock at once, one is told that it came second. */
export const KEEP_LOCKED_KEY = statement('keep-locked-key', `
with kept as (
  insert into locked_key (agency, member, version, fingerprint, document, locked_at)
  select :agency::text, :member::text, :version::int, :fingerprint::text, :document::text, :at::timestamptz
   where :version::int = 1 + coalesce((select k.version from locked_key k where k.agency = :agency::text and k.member = :member::text), 0)
  on conflict (agency, member) do update set version = excluded.version, fingerprint = excluded.fingerprint, document = excluded.document, locked_at = excluded.locked_at
   where locked_key.version = excluded.version - 1
  returning 1
), ${recordedIf('kept')}
select 1 as kept from kept`);

export const CUSTODY_COPY = statement('custody-copy', 'select agency, member, primary_key as "primary", wrapped from custody_copy where agency = :agency::text and member = :member::text');
export const RECOVERY_KIT = statement('recovery-kit', 'select document, digest from recovery_kit where agency = :agency::text');
export const KEEP_RECOVERY_KIT = statement('keep-recovery-kit', `
with kept as (
  insert into recovery_kit (agency, document, digest, stored_at) values (:agency::text, :document::text, :digest::text, :at::timestamptz)
  on conflict (agency) do update set document = excluded.document, digest = excluded.digest, stored_at = excluded.stored_at
  returning 1
), ${recordedIf('kept')}
select 1 as kept from kept`);
