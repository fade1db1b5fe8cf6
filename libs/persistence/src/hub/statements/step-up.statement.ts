import { recordedIf } from '../rows/audit-rows.js';
import { statement } from '../statement.js';

export const BEGIN_STEP_UP = statement('begin-step-up', `
insert into step_up (id, session, agency, member, action, objects, nonce, at, expires_at)
values (:id::uuid, :session::uuid, :agency::text, :member::text, :action::text, :objects::text[], :nonce::text, :at::timestamptz, :expiry::timestamptz)`);

export const FIND_STEP_UP = statement('find-step-up', `
select id, session, agency, member, action, objects, nonce, at, expires_at, spent_at from step_up where id = :id::uuid and session = :session::uuid`);

const OPEN = `open as materialized (
  select id, agency, member from step_up where id = :id::uuid and session = :session::uuid and spent_at is null and expires_at > :at::timestamptz for update
)`;
const SPENT = (gate: string): string => `update step_up s set spent_at = :at::timestamptz from ${gate} where s.id = :id::uuid returning 1 as spent`;

/** Of two that show one gesture, or two gestures with one count, the row of the step-up or of the passkey lets one through. */
export const SPEND_WITH_PASSKEY = statement('spend-step-up-with-passkey', `
with ${OPEN}, used as (
  update passkey p set counter = :counter::bigint, used_at = :at::timestamptz from open
   where p.id = :passkey::uuid and p.agency = open.agency and p.member = open.member and p.disabled_at is null
     and (p.counter < :counter::bigint or (p.counter = 0 and :counter::bigint = 0))
  returning 1
)
${SPENT('used')}`);

export const SPEND_WITHOUT_PASSKEY = statement('spend-step-up', `with ${OPEN}
${SPENT('open')}`);

/** From here on the row is kept for as long as the grant is good. */
export const GRANT_STEP_UP = statement('grant-step-up', `
with granted as (
  update step_up set granted_at = :at::timestamptz, expires_at = :until::timestamptz
   where id = :id::uuid and session = :session::uuid and spent_at is not null and granted_at is null returning 1
), ${recordedIf('granted')}
select 1 as granted from granted`);

export const GRANTED_STEP_UPS = statement('granted-step-ups', `
select objects, granted_at from step_up where session = :session::uuid and action = :action::text and granted_at >= :since::timestamptz order by granted_at, id`);
