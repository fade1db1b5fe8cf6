import type { OpenCheckWrite } from '@lateral/exchange';
import { floorId, assertAboveFloor } from '../partitions.js';
import { attemptFrom, attemptValues } from '../rows/attempt-row.js';
import { auditValues, recordedIf } from '../rows/audit-rows.js';
import { ATTACHMENTS_ARE_FREE, bindAttachmentsIf, envelopesIf, envelopeValues, FREE_ATTACHMENTS } from '../rows/envelope-rows.js';
import { outboxValues, owedIf } from '../rows/outbox-rows.js';
import { statement, type SqlValue, type Statement } from '../statement.js';

const text = (withAttachments: boolean): string => `
with ${withAttachments ? `${FREE_ATTACHMENTS},` : ''}
${attemptFrom(`jsonb_build_object('id', :check::uuid, 'reference', :reference::text, 'state', 'open', 'version', 1)`, withAttachments ? `where ${ATTACHMENTS_ARE_FREE}` : '')},
opened as (
  insert into lateral_check (id, reference, asking, urgency, state, version, opened_at, floor_id)
  select :check::uuid, :reference::text, :asking::text, :urgency::text, 'open', 1, :at::timestamptz, :floor::uuid from attempt
), named_check as (
  insert into check_reference (reference, check_id) select :reference::text, :check::uuid from attempt
), posted as (
  insert into check_request (id, check_id, reference, asking, asked, asked_type, urgency, state, version, sent_at, due_at, current_envelope, current_digest, floor_id)
  select r.id, :check::uuid, :reference::text, :asking::text, r.asked, (select p.type from partnership_agency p where p.agency = r.asked), r.urgency, 'open', 1,
         :at::timestamptz, r.due_at, r.envelope, r.digest, :floor::uuid
    from attempt, unnest(:requestIds::uuid[], :asked::text[], :urgencies::text[], :dueTimes::timestamptz[], :messageIds::uuid[], :contentDigests::text[])
      as r(id, asked, urgency, due_at, envelope, digest)
), ${envelopesIf('attempt')}, ${withAttachments ? `${bindAttachmentsIf('attempt')},` : ''} ${recordedIf('attempt')}, ${owedIf('attempt')}
select reply from attempt`;

/** Posting a check: check, requests, envelopes, justifications, records and what must be told, in one go. */
export const OPEN_CHECK: Statement = statement('open-check', text(false));
export const OPEN_CHECK_WITH_ATTACHMENTS: Statement = statement('open-check-with-attachments', text(true));

export function openCheckValues(write: OpenCheckWrite): Record<string, SqlValue> {
  const { check, requests, at } = write;
  for (const id of [check.id, ...requests.map((request) => request.id)]) assertAboveFloor(id, at);
  return {
    ...attemptValues(write), ...auditValues(write.records), ...outboxValues(write.outbox),
    ...envelopeValues(requests.map(({ envelope }) => envelope), write.records, at),
    check: check.id, reference: check.reference, asking: check.asking, urgency: check.urgency, floor: floorId(at),
    requestIds: requests.map(({ id }) => id),
    asked: requests.map(({ asked }) => asked),
    urgencies: requests.map(({ urgency }) => urgency),
    dueTimes: requests.map(({ dueAt }) => dueAt.toISOString()),
  };
}
