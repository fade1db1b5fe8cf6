import { statement } from '../statement.js';

// In batches: one delete of everything would hold its locks and the horizon for as long as it takes.
export const EXPIRE_KEYS = statement('expire-keys', `
with old as (select agency, member, key from idempotency_key where at < :before::timestamptz order by at limit :rows::int for update skip locked)
delete from idempotency_key k using old where (k.agency, k.member, k.key) = (old.agency, old.member, old.key) returning 1 as one`);

export const EXPIRE_SESSIONS = statement('expire-sessions', `
with old as (select id from session where least(idle_until, expires_at) < :at::timestamptz order by least(idle_until, expires_at) limit :rows::int for update skip locked)
delete from session s using old where s.id = old.id returning 1 as one`);

/** Browsers that never came back from their provider. */
export const EXPIRE_TRIPS = statement('expire-trips', `
with old as (select state_hash from sign_in_attempt where expires_at < :at::timestamptz order by expires_at limit :rows::int for update skip locked)
delete from sign_in_attempt s using old where s.state_hash = old.state_hash returning 1 as one`);

export const EXPIRE_CODES = statement('expire-codes', `
with old as (select agency, member from one_time_code where expires_at < :at::timestamptz order by expires_at limit :rows::int for update skip locked)
delete from one_time_code c using old where (c.agency, c.member) = (old.agency, old.member) returning 1 as one`);

export const EXPIRE_ASSERTIONS = statement('expire-assertions', `
with old as (select agency, member, id from used_assertion where expires_at < :at::timestamptz order by expires_at limit :rows::int for update skip locked)
delete from used_assertion u using old where (u.agency, u.member, u.id) = (old.agency, old.member, old.id) returning 1 as one`);

export const EXPIRE_PASSKEY_CHALLENGES = statement('expire-passkey-challenges', `
with old as (select challenge from passkey_challenge where expires_at < :at::timestamptz order by expires_at limit :rows::int for update skip locked)
delete from passkey_challenge c using old where c.challenge = old.challenge returning 1 as one`);

/** Gestures that nobody answered, and grants that have run out; that they were granted is in the records. */
export const EXPIRE_STEP_UPS = statement('expire-step-ups', `
with old as (select id from step_up where expires_at < :at::timestamptz order by expires_at limit :rows::int for update skip locked)
delete from step_up s using old where s.id = old.id returning 1 as one`);

/** Drafts that nobody has written to for long. No lock is needed: whoever writes to one meanwhile has made it young again. */
export const EXPIRE_DRAFTS = statement('expire-drafts', `
with old as (select id from draft where updated_at < :before::timestamptz order by updated_at limit :rows::int)
delete from draft d using old where d.id = old.id and d.updated_at < :before::timestamptz returning 1 as one`);

/** Uploads that no message names and no draft can hold, with their chunks: what may be taken is for the database to say (migration 18). */
export const GIVE_UP_UPLOADS = statement('give-up-uploads', 'select 1 as one from generate_series(1, give_up_uploads(:before::timestamptz, :rows::int))');

export const OLDEST_CHUNK = statement('oldest-chunk', 'select attachment_id as id from attachment_chunk order by attachment_id limit 1');

/** Chunks of uploads that were never completed. Where the id has no other upload, its key goes too. */
export const DROP_ORPHANED_CHUNKS = statement('drop-orphaned-chunks', `
with orphan as (
  select c.attachment_id, c.upload, c.idx from attachment_chunk c
   where c.attachment_id >= :from::uuid and c.attachment_id < :until::uuid
     and not exists (select 1 from attachment a where a.id = c.attachment_id and a.upload = c.upload)
   order by c.attachment_id limit :rows::int
), dropped as (
  delete from attachment_chunk c using orphan o where (c.attachment_id, c.upload, c.idx) = (o.attachment_id, o.upload, o.idx) returning c.attachment_id
), given_up as (
  insert into given_up_upload (object)
  select distinct d.attachment_id from dropped d where not exists (select 1 from attachment a where a.id = d.attachment_id) on conflict do nothing
) select 1 as one from dropped`);
