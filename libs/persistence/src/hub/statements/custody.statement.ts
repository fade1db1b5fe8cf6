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

export const CUSTODY_COPY = statement('custody-copy', 'select agency, member, primary_key as "primary", object, wrapped as bytes from custody_copy where agency = :agency::text and member = :member::text');
/** Newest first; a few may have gone with an epoch that was deleted. That each was stored at some time is said so that their index, which is by that time, gives them in order. */
export const RECOVERY_KITS = statement('recovery-kits', `select document, digest, object from recovery_kit where agency = :agency::text and stored_at > '-infinity' order by stored_at desc limit 50`);
/** Whether a roster that was issued later deleted an epoch: then the kit has it still. A kit is bound to the time it says. */
export const IS_OUTLIVED = statement('is-kit-outlived', `
select count(*) > 0 as outlived from (
  select (r.document::jsonb #>> '{document,issued}')::timestamptz as issued, r.document::jsonb #> '{document,deletedEpochs}' as deleted,
    lag(r.document::jsonb #> '{document,deletedEpochs}') over (order by r.version) as before
    from agency_roster r where r.agency = :agency::text
) r where r.deleted is not null and r.deleted is distinct from r.before and r.issued > :made::timestamptz`);
/** Earlier kits stay: a custodian who stores one that opens nothing must not take the papers' use away. One that is here already stays as it lies. */
export const KEEP_RECOVERY_KIT = statement('keep-recovery-kit', `
with kept as (
  insert into recovery_kit (agency, document, digest, stored_at, object) values (:agency::text, :document::text, :digest::text, :at::timestamptz, :object::uuid)
  on conflict (agency, digest) do update set stored_at = excluded.stored_at
  returning object
), lock as (
  insert into copy_object (object, agency, kind, primary_key, kept_at) select kept.object, :agency::text, 'kit', :primary::text, :at::timestamptz from kept where kept.object = :object::uuid
), ${recordedIf('kept')}
select 1 as kept from kept`);
