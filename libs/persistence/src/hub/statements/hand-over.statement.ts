import type { HandOverWrite } from '@lateral/exchange';
import { attemptFrom, attemptValues, withReplyAlso } from '../rows/attempt-row.js';
import { auditValues, recordedIf } from '../rows/audit-rows.js';
import { noticeValues, OF_REQUEST, shownIf } from '../rows/notice-rows.js';
import { outboxValues, owedIf } from '../rows/outbox-rows.js';
import { statement, type SqlValue, type Statement } from '../statement.js';
import { guardedRequest, MOVED_REQUEST, REQUEST_STANDING, requestChangeValues, requestSeenValues, UNMOVED_REQUEST } from './change-request.statement.js';

// What a replay needs to say what was done then: which envelope left under this key, under which records, and where the request stood.
const reply = (standing: string): string => withReplyAlso(`jsonb_build_object('envelope', :envelope::uuid, 'records', to_jsonb(:auditIds::uuid[]), 'request', ${standing})`);

// Whoever has left the check since it was looked up is given nothing either.
const EXISTS = `where exists (select 1 from envelope e where e.id = :envelope::uuid and not exists (
  select 1 from recusal x where x.check_id = e.check_id and x.agency = :actorAgency::text and x.member = :actorMember::text))`;
const REST = `collected as (
  update envelope e set collected_at = :at::timestamptz from attempt where e.id = :envelope::uuid and e.collected_at is null and :firstCollection::boolean
), ${recordedIf('attempt')}, ${owedIf('attempt')}
select b.header, b.signature, b.content, b.narrative, j.record as justification
  from attempt, envelope_body b join justification j on j.envelope_id = b.envelope_id
 where b.envelope_id = :envelope::uuid`;

/**
 * The one act by which an envelope leaves the hub: the same statement that reads the bytes commits the record of it, and the
 * driver gives the rows out only once the server has said that the commit is done.
 */
export const HAND_OVER: Statement = statement('hand-over', `with ${attemptFrom(reply('null::jsonb'), EXISTS)}, ${REST}`);
export const HAND_OVER_WHILE_SEEN: Statement = statement('hand-over-while-seen', `with ${UNMOVED_REQUEST}, ${attemptFrom(reply('null::jsonb'), `from target ${EXISTS}`)}, ${REST}`);
export const HAND_OVER_AND_ACKNOWLEDGE: Statement = statement('hand-over-and-acknowledge', `with ${guardedRequest('apart')}, ${attemptFrom(reply(REQUEST_STANDING), `from target ${EXISTS}`)}, ${MOVED_REQUEST}, ${shownIf('attempt', OF_REQUEST)}, ${REST}`);

export function handOverStatement({ change, seen }: HandOverWrite): Statement {
  if (change !== null) return HAND_OVER_AND_ACKNOWLEDGE;
  return seen === null ? HAND_OVER : HAND_OVER_WHILE_SEEN;
}

export function handOverValues(write: HandOverWrite): Record<string, SqlValue> {
  if (write.change !== null && (write.change.checkChange !== null || write.change.whileCheck !== undefined)) throw new TypeError('collecting an envelope moves no check and is bound to none');
  return {
    ...attemptValues(write), ...auditValues(write.records), ...outboxValues(write.outbox),
    ...(write.seen === null ? {} : requestSeenValues(write.seen)),
    ...(write.change === null ? {} : { ...requestChangeValues(write.change), ...noticeValues(write) }),
    envelope: write.envelope, firstCollection: write.firstCollection,
  };
}
