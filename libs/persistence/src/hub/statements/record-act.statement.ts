import { attemptFrom } from '../rows/attempt-row.js';
import { recordedIf } from '../rows/audit-rows.js';
import { statement } from '../statement.js';

/** Records of an act that changes nothing else, once for each key. */
export const RECORD_ACT = statement('record-act', `with ${attemptFrom(`'null'::jsonb`, '')}, ${recordedIf('attempt')} select 1 as done from attempt`);

/** Records without a key: for what a machine does on its own. */
export const RECORD = statement('record', `with act as (select 1), ${recordedIf('act')} select 1 as done from act`);
