import type { OpenCheckWrite } from '@lateral/exchange';
import { floorId, assertAboveFloor } from '../partitions.js';
import { attemptFrom, attemptValues, withReplyAlso } from '../rows/attempt-row.js';
import { auditValues, recordedIf } from '../rows/audit-rows.js';
import { ATTACHMENTS_ARE_FREE, bindAttachmentsIf, envelopesIf, envelopeValues, FREE_ATTACHMENTS } from '../rows/envelope-rows.js';
import { outboxValues, owedIf } from '../rows/outbox-rows.js';
import { overriddenIf, overrideValues } from '../rows/override-rows.js';
import { postedIf, requestValues } from '../rows/request-rows.js';
import { statement, type SqlValue, type Statement } from '../statement.js';

const STANDING = `jsonb_build_object('id', :check::uuid, 'reference', :reference::text, 'state', 'open', 'version', 1)`;

const text = (withRareParts: boolean): string => `
with ${withRareParts ? `${FREE_ATTACHMENTS},` : ''}
${attemptFrom(withReplyAlso(STANDING), withRareParts ? `where ${ATTACHMENTS_ARE_FREE}` : '')},
opened as (
  insert into lateral_check (id, reference, asking, urgency, state, version, opened_at, received_at, floor_id, opened_by, held_by)
  select :check::uuid, :reference::text, :asking::text, :urgency::text, 'open', 1, :at::timestamptz, :receivedAt::timestamptz, :floor::uuid, :actorMember::text, :actorMember::text from attempt
), named_check as (
  insert into check_reference (reference, check_id) select :reference::text, :check::uuid from attempt
), ${postedIf('attempt', { reference: ':reference::text', asking: ':asking::text' })},
${envelopesIf('attempt')}, ${withRareParts ? `${bindAttachmentsIf('attempt')}, ${overriddenIf('attempt')},` : ''} ${recordedIf('attempt')}, ${owedIf('attempt')}
select reply from attempt`;

/** Posting a check: check, requests, envelopes, justifications, records and what must be told, in one go. */
export const OPEN_CHECK: Statement = statement('open-check', text(false));
/** The same with attachments or emergency overrides, which few have and which would make every plan larger. */
export const OPEN_CHECK_WITH_RARE_PARTS: Statement = statement('open-check-with-rare-parts', text(true));

export function openCheckStatement({ requests, overrides }: OpenCheckWrite): Statement {
  return overrides.length > 0 || requests.some(({ envelope }) => envelope.attachment !== null) ? OPEN_CHECK_WITH_RARE_PARTS : OPEN_CHECK;
}

export function openCheckValues(write: OpenCheckWrite): Record<string, SqlValue> {
  const { check, requests, at } = write;
  for (const id of [check.id, ...requests.map((request) => request.id)]) assertAboveFloor(id, at);
  return {
    ...attemptValues(write), ...auditValues(write.records), ...outboxValues(write.outbox), ...overrideValues(write.overrides),
    ...envelopeValues(requests.map(({ envelope }) => envelope), write.records, at), ...requestValues(requests),
    check: check.id, reference: check.reference, asking: check.asking, urgency: check.urgency, receivedAt: check.receivedAt, floor: floorId(at),
  };
}
