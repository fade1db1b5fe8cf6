import type { KeepRecordWrite } from '@lateral/exchange';
import { attemptFrom, attemptValues, REPLY_ALSO_OR_NULL } from '../rows/attempt-row.js';
import { auditValues, recordedIf } from '../rows/audit-rows.js';
import { ATTACHMENTS_ARE_FREE, bindAttachmentsIf, envelopesIf, envelopeValues, FREE_ATTACHMENTS } from '../rows/envelope-rows.js';
import { outboxValues, owedIf } from '../rows/outbox-rows.js';
import { statement, type SqlValue, type Statement } from '../statement.js';

// Nobody reviews what they did themselves, whoever asks the store to let them.
const OPEN_OVERRIDE = `target as materialized (
  select message from emergency_override
   where message = :reviewed::uuid and agency = :actorAgency::text and member <> :actorMember::text and reviewed_at is null for update
),`;
const REVIEWED = `reviewed as (
  update emergency_override o set reviewed_at = :at::timestamptz, finding = :finding::text, review_message = :reviewMessage::uuid
    from attempt where o.message = :reviewed::uuid
),`;

const text = (review: boolean): string => `
with ${review ? OPEN_OVERRIDE : ''} ${FREE_ATTACHMENTS},
${attemptFrom(REPLY_ALSO_OR_NULL, `${review ? 'from target' : ''} where ${ATTACHMENTS_ARE_FREE}`)},
${review ? REVIEWED : ''} ${envelopesIf('attempt')}, ${bindAttachmentsIf('attempt')}, ${recordedIf('attempt')}, ${owedIf('attempt')}
select reply from attempt`;

/** A message that is kept and sent to nobody; it moves neither check nor request, which need not exist. */
export const KEEP_RECORD: Statement = statement('keep-record', text(false));
/** The same, completing the review of an override that is still open: of two reviews at once, one counts. */
export const KEEP_RECORD_OF_REVIEW: Statement = statement('keep-record-of-review', text(true));

export function keepRecordValues(write: KeepRecordWrite): Record<string, SqlValue> {
  const { envelope, review } = write;
  return {
    ...attemptValues(write), ...auditValues(write.records), ...outboxValues(write.outbox), ...envelopeValues([envelope], write.records, write.at),
    ...(review === null ? {} : { reviewed: review.message, finding: review.finding, reviewMessage: envelope.id }),
  };
}
