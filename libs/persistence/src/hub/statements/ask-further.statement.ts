import type { AskFurtherWrite } from '@lateral/exchange';
import { assertAboveFloor, floorId } from '../partitions.js';
import { attemptFrom, attemptValues, withReplyAlso } from '../rows/attempt-row.js';
import { auditValues, recordedIf } from '../rows/audit-rows.js';
import { ATTACHMENTS_ARE_FREE, bindAttachmentsIf, envelopesIf, envelopeValues, FREE_ATTACHMENTS } from '../rows/envelope-rows.js';
import { outboxValues, owedIf } from '../rows/outbox-rows.js';
import { overriddenIf, overrideValues } from '../rows/override-rows.js';
import { postedIf, requestValues } from '../rows/request-rows.js';
import { statement, type SqlValue, type Statement } from '../statement.js';

const STANDING = `jsonb_build_object('id', target.id, 'reference', target.reference, 'state', target.state, 'version', target.version + 1)`;

/** Further requests of a check, from exactly the version and state that it was read at. Its rating and its state stay as they are. */
export const ASK_FURTHER: Statement = statement('ask-further', `
with target as materialized (
  select id, reference, asking, state, version from lateral_check where id = :check::uuid and version = :fromVersion::int and state = :fromState::text for update
), ${FREE_ATTACHMENTS},
${attemptFrom(withReplyAlso(STANDING), `from target where ${ATTACHMENTS_ARE_FREE}`)},
moved as (
  update lateral_check c set version = c.version + 1 from attempt where c.id = :check::uuid
), ${postedIf('attempt, target', { reference: 'target.reference', asking: 'target.asking' })},
${envelopesIf('attempt')}, ${bindAttachmentsIf('attempt')}, ${overriddenIf('attempt')}, ${recordedIf('attempt')}, ${owedIf('attempt')}
select reply from attempt`);

export function askFurtherValues(write: AskFurtherWrite): Record<string, SqlValue> {
  const { check, from, requests, at } = write;
  for (const { id } of requests) assertAboveFloor(id, at);
  return {
    ...attemptValues(write), ...auditValues(write.records), ...outboxValues(write.outbox), ...overrideValues(write.overrides),
    ...envelopeValues(requests.map(({ envelope }) => envelope), write.records, at), ...requestValues(requests),
    check: check.id, fromVersion: from.version, fromState: from.state, floor: floorId(at),
  };
}
