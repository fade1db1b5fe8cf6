import { attemptFrom } from '../rows/attempt-row.js';
import { recordedIf } from '../rows/audit-rows.js';
import { statement } from '../statement.js';

const OUT = 'select 1 from recusal x where x.check_id = :check::uuid and x.agency = :actorAgency::text and x.member = :actorMember::text';

/** A member leaves a check, once. Of two attempts at once the second breaks the primary key, and with it nothing of it is written. */
export const RECUSE = statement('recuse', `with ${attemptFrom(`'null'::jsonb`, `where not exists (${OUT})`)}, left_check as (
  insert into recusal (check_id, agency, member, at) select :check::uuid, :actorAgency::text, :actorMember::text, :at::timestamptz from attempt
), ${recordedIf('attempt')} select 1 as done from attempt`);
