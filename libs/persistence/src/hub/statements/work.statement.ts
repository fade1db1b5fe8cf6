import { attemptFrom } from '../rows/attempt-row.js';
import { recordedIf } from '../rows/audit-rows.js';
import { OF_CHECK, OF_REQUEST, shownIf } from '../rows/notice-rows.js';
import { statement } from '../statement.js';

/** Before it is given: whoever leaves a check holds what of it their agency has, and comes before this or after it. */
export const HOLD_REQUEST = statement('hold-request', 'select 1 as held from check_request where id = :request::uuid for update');
export const HOLD_CHECK = statement('hold-check', 'select 1 as held from lateral_check where id = :check::uuid for update');

const stillIn = (check: string): string => `not exists (select 1 from recusal x where x.check_id = ${check} and x.agency = :actorAgency::text and x.member = :to::text)`;

/** Of two who take it at once one does; the other finds who. Whoever has left the check is given nothing of it. It is no new version: nobody has to read again. */
export const GIVE_REQUEST = statement('give-request', `
with given as (
  update check_request r set held_by = :to::text where r.id = :request::uuid and r.held_by is not distinct from :from::text and ${stillIn('r.check_id')} returning 1
), ${recordedIf('given')}, ${shownIf('given', OF_REQUEST)}
select 1 as given from given`);

export const GIVE_CHECK = statement('give-check', `
with given as (
  update lateral_check c set held_by = :to::text where c.id = :check::uuid and c.held_by is not distinct from :from::text and ${stillIn('c.id')} returning 1
), ${recordedIf('given')}, ${shownIf('given', OF_CHECK)}
select 1 as given from given`);

/** The request is locked: of two that remind at once one does. */
export const REMIND = statement('remind', `
with target as materialized (
  select id, check_id from check_request
   where id = :request::uuid and state in ('open', 'acknowledged') and coalesce(case when :escalates::boolean then escalated_at else reminded_at end, '-infinity') < :since::timestamptz for update
), ${attemptFrom('jsonb_build_object(\'request\', target.id, \'level\', :level::text, \'at\', :said::text)', 'from target')},
marked as (
  update check_request r set reminded_at = case when :escalates::boolean then r.reminded_at else :at::timestamptz end, escalated_at = case when :escalates::boolean then :at::timestamptz else r.escalated_at end
    from attempt where r.id = :request::uuid
), owed as (
  insert into outbox_event (id, event, agency, check_id, request_id, at, escalates)
  select :owed::uuid, 'request.reminded.v1', :asked::text, target.check_id, target.id, :at::timestamptz, :escalates::boolean from attempt, target
), ${recordedIf('attempt')}
select reply from attempt`);
