import type { CheckStore } from '@lateral/exchange';
import { attemptFrom, attemptValues } from '../rows/attempt-row.js';
import { auditValues, recordedIf } from '../rows/audit-rows.js';
import { statement, type SqlValue, type Statement } from '../statement.js';
import { requestSeenValues, UNMOVED_REQUEST } from './change-request.statement.js';

type RecordWrite = Parameters<CheckStore['record']>[0];

/** Records of an act that changes nothing else, once for each key. */
export const RECORD_ACT = statement('record-act', `with ${attemptFrom(`'null'::jsonb`, '')}, ${recordedIf('attempt')} select 1 as done from attempt`);

/** The same, while the request that they are of is as it was looked at. */
export const RECORD_ACT_WHILE_SEEN = statement('record-act-while-seen', `with ${UNMOVED_REQUEST}, ${attemptFrom(`'null'::jsonb`, 'from target')}, ${recordedIf('attempt')} select 1 as done from attempt`);

/** Records without a key: for what a machine does on its own. */
export const RECORD = statement('record', `with act as (select 1), ${recordedIf('act')} select 1 as done from act`);

export function recordStatement({ attempt, seen = null }: RecordWrite): Statement {
  if (attempt === null) return RECORD;
  return seen === null ? RECORD_ACT : RECORD_ACT_WHILE_SEEN;
}

export function recordValues({ actor, attempt, at, records, seen = null }: RecordWrite): Record<string, SqlValue> {
  if (attempt === null && seen !== null) throw new TypeError('what a machine records on its own waits for no request');
  return { ...auditValues(records), ...(attempt === null ? {} : attemptValues({ actor, attempt, at })), ...(seen === null ? {} : requestSeenValues(seen)) };
}
