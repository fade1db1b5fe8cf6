import { attemptFrom } from '../rows/attempt-row.js';
import { recordedIf } from '../rows/audit-rows.js';
import { statement } from '../statement.js';

const OUT = 'select 1 from recusal x where x.check_id = :check::uuid and x.agency = :actorAgency::text and x.member = :actorMember::text';

/** A member leaves a check, once; what they had of it nobody has any more, were it given to them only now: all that their agency has of it is held until they have left. Of two attempts at once the second breaks the primary key, and with it nothing of it is written. */
export const RECUSE = statement('recuse', `with ${attemptFrom(`'null'::jsonb`, `where not exists (${OUT})`)}, left_check as (
  insert into recusal (check_id, agency, member, at) select :check::uuid, :actorAgency::text, :actorMember::text, :at::timestamptz from attempt
), held_check as materialized (
  select c.id, c.held_by from lateral_check c where c.id = :check::uuid and c.asking = :actorAgency::text for update
), held_requests as materialized (
  select r.id, r.held_by from check_request r where r.check_id = :check::uuid and r.asked = :actorAgency::text order by r.id for update
), put_back_check as (
  update lateral_check c set held_by = null from attempt, held_check held where c.id = held.id and held.held_by = :actorMember::text
), put_back_requests as (
  update check_request r set held_by = null from attempt, held_requests held where r.id = held.id and held.held_by = :actorMember::text
), ${recordedIf('attempt')} select 1 as done from attempt`);
