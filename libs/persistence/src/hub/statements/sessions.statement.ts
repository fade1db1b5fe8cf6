import { recordedIf } from '../rows/audit-rows.js';
import { statement } from '../statement.js';

/** The insert of the assertion's id is the check that it is fresh: of two hubs that are shown it at once, one gets a row. */
export const START_SESSION = statement('start-session', `
with used as (
  insert into used_assertion (agency, member, id, expires_at) values (:agency::text, :member::text, :assertion::text, :assertionExpiry::timestamptz)
  on conflict do nothing returning 1
), started as (
  insert into session (token_hash, agency, member, started_at, expires_at)
  select :tokenHash::bytea, :agency::text, :member::text, :at::timestamptz, :expiry::timestamptz from used
), ${recordedIf('used')}
select 1 as started from used`);

export const FIND_SESSION = statement('find-session', 'select agency, member from session where token_hash = :tokenHash::bytea and expires_at > :at::timestamptz');
