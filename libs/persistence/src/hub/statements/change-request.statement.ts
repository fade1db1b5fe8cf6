import { TERMINAL_STATES } from '@lateral/domain';
import type { RequestChange, RequestSeen, RequestWrite } from '@lateral/exchange';
import { attemptFrom, attemptValues, withReplyAlso } from '../rows/attempt-row.js';
import { auditValues, recordedIf } from '../rows/audit-rows.js';
import { ATTACHMENTS_ARE_FREE, bindAttachmentsIf, envelopesIf, envelopeValues, FREE_ATTACHMENTS } from '../rows/envelope-rows.js';
import { outboxValues, owedIf } from '../rows/outbox-rows.js';
import { overriddenIf, overrideValues } from '../rows/override-rows.js';
import { statement, type SqlValue, type Statement } from '../statement.js';

/** What a statement takes along. Attachments and emergency overrides make the plan larger, so the common acts have statements without. */
interface Parts { check: CheckPart; withRareParts: boolean }
/** What the check has to do with it: nothing, it must be as it was, or it moves too. */
type CheckPart = 'apart' | 'stays' | 'moves';

/**
 * The check is locked before its request, here and wherever both are: two acts that meet then wait instead of deadlocking. Acts
 * that only need it to stay as it was share the lock, so that answers of four agencies at once do not wait for one another.
 */
const parent = (lock: 'share' | 'update'): string => `parent as materialized (
  select id from lateral_check where id = :check::uuid and state = :checkFrom::text for ${lock}
),`;
const PARENT: Record<CheckPart, string> = { apart: '', stays: parent('share'), moves: parent('update') };

/** A CTE `target`: the request, locked, if it is still in exactly the version and state that the act was decided on. */
export const guardedRequest = (check: CheckPart): string => `${PARENT[check]} target as materialized (
  select id, check_id, reference, version from check_request
   where id = :request::uuid and check_id = :check::uuid and version = :fromVersion::int and state = :fromState::text
     ${check === 'apart' ? '' : 'and exists (select 1 from parent)'} for update
)`;

/** The same of a request that stays as it is, and of its check. Both are held until what is decided on them is written, by as many at once as like: whoever takes back waits for it, and comes after it in the records too. */
export const UNMOVED_REQUEST = `${PARENT.stays} target as materialized (
  select id from check_request
   where id = :request::uuid and check_id = :check::uuid and version = :fromVersion::int and state = :fromState::text and exists (select 1 from parent) for share
)`;

export function requestSeenValues({ request, check, version, state, checkState }: RequestSeen): Record<string, SqlValue> {
  return { request, check, fromVersion: version, fromState: state, checkFrom: checkState };
}

export const REQUEST_STANDING = `jsonb_build_object('id', target.id, 'check', target.check_id, 'reference', target.reference, 'state', :toState::text, 'version', target.version + 1)`;

export const MOVED_REQUEST = `moved as (
  update check_request r
     set state = :toState::text, version = r.version + 1,
         acknowledged_at = case when :toState::text = 'open' then null when :toState::text = 'acknowledged' then coalesce(r.acknowledged_at, :at::timestamptz) else r.acknowledged_at end,
         ended_at = case when not :ends::boolean then null when :fromState::text = :toState::text then r.ended_at else :at::timestamptz end,
         due_at = coalesce(:dueAt::timestamptz, r.due_at), due_rule = coalesce(:dueRule::text, r.due_rule),
         notice = case when :newRequest::uuid is null then r.notice else 'pending' end,
         current_envelope = coalesce(:newRequest::uuid, r.current_envelope),
         current_digest = case when :newRequest::uuid is null then r.current_digest else :newDigest::text end,
         current_response = coalesce(:newResponse::uuid, r.current_response)
    from attempt
   where r.id = :request::uuid
)`;

const MOVED_CHECK = `moved_check as (
  update lateral_check c
     set state = :checkTo::text, version = c.version + 1, closed_at = case when :checkTo::text in ('closed', 'withdrawn') then coalesce(c.closed_at, :at::timestamptz) end
    from attempt
   where c.id = :check::uuid
),`;

const NAMES: Record<CheckPart, string> = { apart: 'change-request', stays: 'change-request-while-check', moves: 'change-request-and-check' };

const make = ({ check, withRareParts }: Parts): Statement => statement(`${NAMES[check]}${withRareParts ? '-with-rare-parts' : ''}`, `
with ${guardedRequest(check)}, ${withRareParts ? `${FREE_ATTACHMENTS},` : ''}
${attemptFrom(withReplyAlso(REQUEST_STANDING), `from target ${withRareParts ? `where ${ATTACHMENTS_ARE_FREE}` : ''}`)},
${MOVED_REQUEST}, ${check === 'moves' ? MOVED_CHECK : ''} ${envelopesIf('attempt')}, ${withRareParts ? `${bindAttachmentsIf('attempt')}, ${overriddenIf('attempt')},` : ''} ${recordedIf('attempt')}, ${owedIf('attempt')}
select reply from attempt`);

export const CHANGE_REQUEST = make({ check: 'apart', withRareParts: false });
export const CHANGE_REQUEST_WITH_RARE_PARTS = make({ check: 'apart', withRareParts: true });
export const CHANGE_REQUEST_WHILE_CHECK = make({ check: 'stays', withRareParts: false });
export const CHANGE_REQUEST_WHILE_CHECK_WITH_RARE_PARTS = make({ check: 'stays', withRareParts: true });
export const CHANGE_REQUEST_AND_CHECK = make({ check: 'moves', withRareParts: false });
export const CHANGE_REQUEST_AND_CHECK_WITH_RARE_PARTS = make({ check: 'moves', withRareParts: true });

/** One request from exactly one version and state to the next, with the message that came and, where said, the check with it. */
export function changeRequestStatement({ change, envelope, override }: RequestWrite): Statement {
  const rare = override !== null || (envelope !== null && envelope.attachment !== null);
  if (change.checkChange === null && change.whileCheck === undefined) return rare ? CHANGE_REQUEST_WITH_RARE_PARTS : CHANGE_REQUEST;
  if (change.checkChange === null) return rare ? CHANGE_REQUEST_WHILE_CHECK_WITH_RARE_PARTS : CHANGE_REQUEST_WHILE_CHECK;
  return rare ? CHANGE_REQUEST_AND_CHECK_WITH_RARE_PARTS : CHANGE_REQUEST_AND_CHECK;
}

export function changeRequestValues(write: RequestWrite): Record<string, SqlValue> {
  const { envelope } = write;
  return {
    ...attemptValues(write), ...auditValues(write.records), ...outboxValues(write.outbox),
    ...envelopeValues(envelope === null ? [] : [envelope], write.records, write.at),
    ...requestChangeValues(write.change), ...overrideValues(write.override === null ? [] : [write.override]),
    newRequest: envelope?.type === 'request' ? envelope.id : null,
    newDigest: envelope?.type === 'request' ? envelope.contentDigest : null,
    newResponse: envelope?.type === 'response' ? envelope.id : null,
  };
}

export function requestChangeValues({ request, check, from, to, checkChange, whileCheck, due }: RequestChange): Record<string, SqlValue> {
  return {
    request, check, fromVersion: from.version, fromState: from.state, toState: to, ends: TERMINAL_STATES.includes(to),
    checkFrom: checkChange?.from ?? whileCheck ?? null, checkTo: checkChange?.to ?? null,
    dueAt: due?.at ?? null, dueRule: due?.rule ?? null, newRequest: null, newDigest: null, newResponse: null,
  };
}
