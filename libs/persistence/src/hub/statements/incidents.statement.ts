import { recordedIf } from '../rows/audit-rows.js';
import { statement } from '../statement.js';

export const OPEN_INCIDENT = statement('open-incident', 'select id, raised_at from incident where kind = :kind::text and ended_at is null');

/** One open incident of a kind, however many processes notice it. */
export const RAISE_INCIDENT = statement('raise-incident', `
with raised as (
  insert into incident (id, kind, raised_at) values (:id::uuid, :kind::text, :at::timestamptz) on conflict do nothing returning 1
), ${recordedIf('raised')}
select 1 as raised from raised`);

export const END_INCIDENT = statement('end-incident', `
with ended as (
  update incident set ended_at = :at::timestamptz where kind = :kind::text and ended_at is null returning 1
), ${recordedIf('ended')}
select 1 as ended from ended`);
