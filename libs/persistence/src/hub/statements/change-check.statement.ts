import type { CheckWrite } from '@lateral/exchange';
import { attemptFrom, attemptValues, withReplyAlso } from '../rows/attempt-row.js';
import { auditValues, recordedIf } from '../rows/audit-rows.js';
import { ATTACHMENTS_ARE_FREE, bindAttachmentsIf, envelopesIf, envelopeValues, FREE_ATTACHMENTS } from '../rows/envelope-rows.js';
import { noticeValues, OF_CHECK, shownIf } from '../rows/notice-rows.js';
import { outboxValues, owedIf } from '../rows/outbox-rows.js';
import { statement, type SqlValue, type Statement } from '../statement.js';

const STANDING = `jsonb_build_object('id', target.id, 'reference', target.reference, 'state', :toState::text, 'version', target.version + 1)`;

const text = (withAttachment: boolean): string => `
with target as materialized (
  select id, reference, version from lateral_check where id = :check::uuid and version = :fromVersion::int and state = :fromState::text for update
), leaving as materialized (
  select r.id from unnest(:requests::uuid[], :versions::int[], :states::text[]) as named(id, version, state) join check_request r on r.id = named.id
   where r.check_id = :check::uuid and r.version = named.version and r.state = named.state and exists (select 1 from target) order by r.id for update of r
), ${withAttachment ? `${FREE_ATTACHMENTS},` : ''}
${attemptFrom(withReplyAlso(STANDING), `from target where (select count(*) from leaving) = cardinality(:requests::uuid[]) ${withAttachment ? `and ${ATTACHMENTS_ARE_FREE}` : ''}`)},
moved as (
  update lateral_check c
     set state = :toState::text, version = c.version + 1, urgency = coalesce(:urgency::text, c.urgency),
         decided_at = case when :toState::text = 'decided' then :at::timestamptz else c.decided_at end,
         closed_at = case when :toState::text in ('closed', 'withdrawn') then coalesce(c.closed_at, :at::timestamptz) end
    from attempt
   where c.id = :check::uuid
), ended as (
  update check_request r set state = named.outcome, version = r.version + 1, ended_at = :at::timestamptz
    from attempt, unnest(:requests::uuid[], :outcomes::text[]) as named(id, outcome)
   where r.id = named.id
), ${envelopesIf('attempt')}, ${withAttachment ? `${bindAttachmentsIf('attempt')},` : ''} ${recordedIf('attempt')}, ${owedIf('attempt')}, ${shownIf('attempt', { ...OF_CHECK, urgency: 'coalesce(:urgency::text, about.urgency)' })}
select reply from attempt`;

/** A check from exactly one version and state to the next, with every request that leaves its state because of it: all or none. A new rating is the check's alone. */
export const CHANGE_CHECK: Statement = statement('change-check', text(false));
export const CHANGE_CHECK_WITH_ATTACHMENT: Statement = statement('change-check-with-attachment', text(true));

export function changeCheckValues(write: CheckWrite): Record<string, SqlValue> {
  const { envelope, requests } = write;
  return {
    ...attemptValues(write), ...auditValues(write.records), ...outboxValues(write.outbox), ...noticeValues(write),
    ...envelopeValues(envelope === null ? [] : [envelope], write.records, write.at),
    check: write.check, fromVersion: write.from.version, fromState: write.from.state, toState: write.to, urgency: write.urgency ?? null,
    requests: requests.map(({ request }) => request),
    versions: requests.map(({ from }) => from.version),
    states: requests.map(({ from }) => from.state),
    outcomes: requests.map(({ to }) => to),
  };
}
