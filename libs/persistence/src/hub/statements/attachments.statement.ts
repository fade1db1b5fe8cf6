import { statement } from '../statement.js';

export const NEW_UPLOAD = statement('new-upload', `select nextval('attachment_upload')::text as upload`);
export const STORE_CHUNK = statement('store-chunk', 'insert into attachment_chunk (attachment_id, upload, idx, bytes) values (:id::uuid, :upload::bigint, :idx::int, :bytes::bytea)');
export const DROP_CHUNKS = statement('drop-chunks', 'delete from attachment_chunk where attachment_id = :id::uuid and upload = :upload::bigint');

/** The commit point: before it nobody sees the upload, after it all of it is there. All objects have their keys in one place: none takes the id of a message. */
export const COMPLETE_ATTACHMENT = statement('complete-attachment', `
insert into attachment (id, agency, member, upload, length, digest, stored_at)
select :id::uuid, :agency::text, :member::text, :upload::bigint, :length::bigint, :digest::text, :at::timestamptz
 where not exists (select 1 from envelope e where e.id = :id::uuid)
on conflict do nothing returning 1 as stored`);

export const ATTACHMENT_FACTS = statement('attachment-facts', 'select agency, member, length::float8 as length, digest, envelope_id from attachment where id = :id::uuid');

export const UPLOAD_OF = statement('upload-of', 'select upload::text as upload from attachment where id = :id::uuid');
/** One chunk after another, so that no more than one is in memory. */
export const CHUNK = statement('chunk', 'select bytes from attachment_chunk where attachment_id = :id::uuid and upload = :upload::bigint and idx = :idx::int');
