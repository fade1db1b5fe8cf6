import { recordedIf } from '../rows/audit-rows.js';
import { statement } from '../statement.js';

/** A version is taken in once, with the record of it; what is there stays as it is. */
export const ADOPT_CATALOGUE = statement('adopt-catalogue', `
with adopted as (
  insert into catalogue_version (version, digest, document, adopted_at) values (:version::text, :digest::text, :document::text, :at::timestamptz) on conflict do nothing returning 1
), ${recordedIf('adopted')}
select 1 as adopted from adopted`);

export const CATALOGUE_VERSION = statement('catalogue-version', 'select document, digest from catalogue_version where version = :version::text');
