import { statement } from '../statement.js';

// In batches: one delete of everything would hold its locks and the horizon for as long as it takes.
export const EXPIRE_KEYS = statement('expire-keys', `
with old as (select agency, member, key from idempotency_key where at < :before::timestamptz order by at limit :rows::int for update skip locked)
delete from idempotency_key k using old where (k.agency, k.member, k.key) = (old.agency, old.member, old.key) returning 1 as one`);

export const EXPIRE_SESSIONS = statement('expire-sessions', `
with old as (select token_hash from session where expires_at < :at::timestamptz order by expires_at limit :rows::int for update skip locked)
delete from session s using old where s.token_hash = old.token_hash returning 1 as one`);

export const EXPIRE_ASSERTIONS = statement('expire-assertions', `
with old as (select agency, member, id from used_assertion where expires_at < :at::timestamptz order by expires_at limit :rows::int for update skip locked)
delete from used_assertion u using old where (u.agency, u.member, u.id) = (old.agency, old.member, old.id) returning 1 as one`);

/** Chunks older than a day whose upload was never completed. */
export const DROP_ORPHANED_CHUNKS = statement('drop-orphaned-chunks', `
with orphan as (
  select c.attachment_id, c.upload, c.idx from attachment_chunk c
   where c.attachment_id >= :from::uuid and c.attachment_id < :until::uuid
     and not exists (select 1 from attachment a where a.id = c.attachment_id and a.upload = c.upload)
   order by c.attachment_id limit :rows::int
)
delete from attachment_chunk c using orphan o where (c.attachment_id, c.upload, c.idx) = (o.attachment_id, o.upload, o.idx) returning 1 as one`);
