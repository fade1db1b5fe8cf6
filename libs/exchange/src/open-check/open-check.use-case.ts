import type { OpenCheckBody, PostedReply } from '@lateral/contracts';
import { referenceOf } from '@lateral/domain';
import { composeRecord } from '../compose-record.js';
import { refuse, type Result, type Refusal } from '../result.js';
import type { Actor, Attempt } from '../ports/index.js';
import { onceOnly, settle, withReply } from '../settle.js';
import type { OpenCheckDeps } from './open-check-deps.js';
import { faultOfIds, postRequests } from './post-requests.js';

/** A report is taken to have been received at most this long before it led to a check, and no later than clocks may differ. */
const OLDEST_REPORT_MS = 60 * 24 * 3_600_000;
const CLOCKS_DIFFER_MS = 5 * 60_000;

/** A practitioner asks: check, requests, justifications, judgements, audit records and outbox come into being together, or not at all. */
export class OpenCheck {
  constructor(private readonly deps: OpenCheckDeps) {}

  async carryOut(actor: Actor, attempt: Attempt, body: OpenCheckBody): Promise<Result<PostedReply>> {
    return onceOnly(this.deps.checks, actor, attempt, () => this.open(actor, attempt, body));
  }

  private async open(actor: Actor, attempt: Attempt, body: OpenCheckBody): Promise<Result<PostedReply>> {
    const { checks, randomness } = this.deps;
    const [now, view, law] = await Promise.all([this.deps.clock.now(), this.deps.directory.view(), this.deps.law.view()]);
    const fault = faultOfCheck(body, now);
    if (fault !== null) return fault;
    const { id, urgency, requests } = body;
    const receivedAt = new Date(body.receivedAt);
    const posted = await postRequests(this.deps, { actor, attempt, check: id, urgency, receivedAt, requests }, { view, law, now });
    if (!posted.ok) return posted;

    const opened = composeRecord('check.opened.v1', { check: id, agency: actor.agency, member: actor.member, urgency }, { at: now, randomness, parties: [actor.agency] });
    const { reply, records, ...rows } = posted.value;
    const also = { requests: reply };
    const result = await checks.open({
      actor, attempt, at: now, replyAlso: also, ...rows, records: [opened, ...records],
      check: { id, reference: referenceOf(id), asking: actor.agency, urgency, receivedAt },
    });
    return settle(withReply(result, also), attempt, () => Promise.resolve(refuse('id-taken')));
  }
}

/** What is wrong with the check itself, before any of its requests is looked at. */
function faultOfCheck({ id, receivedAt, requests }: OpenCheckBody, now: Date): Refusal | null {
  const ids = faultOfIds([{ field: '/id', id }, ...requests.map((request, i) => ({ field: `/requests/${i}/id`, id: request.id }))], now);
  if (ids !== null) return ids;
  const age = now.getTime() - Date.parse(receivedAt);
  return age >= -CLOCKS_DIFFER_MS && age <= OLDEST_REPORT_MS ? null : refuse('invalid-request', { fields: [{ field: '/receivedAt', reason: 'out-of-range' }] });
}
