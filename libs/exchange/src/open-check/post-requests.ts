import type { NewRequestBody, PostedRequest, ShareJudgement } from '@lateral/contracts';
import { isIdWithinClock, uuid7, type Urgency } from '@lateral/domain';
import { dueAt } from '@lateral/domain/deadlines';
import { composeRecord } from '../compose-record.js';
import { toldOfQuestion } from '../envelope-readers.js';
import { digestsOf, envelopeRow, examineShare, headed } from '../examine-share.js';
import { judgementFields, overrideNotice, overrideOf, overrideRecord, passJudgement, type Bench } from '../judge-share/index.js';
import { done, refuse, type Result, type Refusal } from '../result.js';
import type { Actor, Attempt, AuditRow, NewRequest, OutboxRow, OverrideRow } from '../ports/index.js';
import type { OpenCheckDeps } from './open-check-deps.js';

/** Questions that are about to be put to agencies, in a check that is being opened or is open. */
export interface Posting {
  actor: Actor;
  attempt: Attempt;
  check: string;
  urgency: Urgency;
  receivedAt: Date;
  requests: readonly NewRequestBody[];
}

/** What posting them writes, and what it is answered with. */
export interface Posted {
  requests: NewRequest[];
  overrides: OverrideRow[];
  records: AuditRow[];
  outbox: OutboxRow[];
  reply: PostedRequest[];
}

/** Examines and judges every question, and reckons when its answer is due: all of them may be put, or none is. Writes nothing but the attempt at a blocked one. */
export async function postRequests(deps: OpenCheckDeps, posting: Posting, bench: Bench): Promise<Result<Posted>> {
  const fault = faultOfRequests(posting, bench) ?? (await faultOfMessages(deps, posting, bench));
  if (fault !== null) return fault;
  const shares = posting.requests.map(({ agency, envelope }, i) => ({ at: `/requests/${i}/envelope/justification`, justification: envelope.justification, other: agency, request: null }));
  const judged = await passJudgement(deps, posting, shares, bench);
  if (!judged.ok) return judged;
  const posted: Posted = { requests: [], overrides: [], records: [], outbox: [], reply: [] };
  for (const [i, request] of posting.requests.entries()) add(posted, request, judged.value[i]!, { deps, posting, bench });
  return done(posted);
}

/** Ids that are made now, by their place in the body: others could stand in for ids that were forgotten. */
export function faultOfIds(ids: readonly { field: string; id: string }[], now: Date): Refusal | null {
  const outside = ids.filter(({ id }) => !isIdWithinClock(id, now));
  return outside.length > 0 ? refuse('id-outside-clock', { fields: outside.map(({ field }) => ({ field, reason: 'outside-clock' })) }) : null;
}

function faultOfRequests({ actor, requests }: Posting, { now }: Bench): Refusal | null {
  const ids = faultOfIds(requests.map(({ id }, i) => ({ field: `/requests/${i}/id`, id })), now);
  if (ids !== null) return ids;
  const own = requests.flatMap(({ agency }, i) => (agency === actor.agency ? [{ field: `/requests/${i}/agency`, reason: 'own-agency' }] : []));
  return own.length > 0 ? refuse('invalid-request', { fields: own }) : null;
}

async function faultOfMessages({ attachments, inspector }: OpenCheckDeps, { actor, check, urgency, requests }: Posting, { view, now }: Bench): Promise<Refusal | null> {
  const faults = await Promise.all(requests.map(async ({ id, agency, envelope }, i) => {
    const expected = { type: 'request', direction: 'asking', check, request: id, to: agency, inReplyTo: null, corrects: null, urgency } as const;
    const at = `/requests/${i}/envelope`;
    return examineShare(envelope, expected, actor, { view, inspector, attachments, now }, at);
  }));
  return faults.find((fault) => fault !== null) ?? null;
}

function add(posted: Posted, { id, agency, envelope, heading }: NewRequestBody, judgement: ShareJudgement, { deps: { randomness }, posting, bench: { law, now: at, view } }: { deps: OpenCheckDeps; posting: Posting; bench: Bench }): void {
  const { actor, check, urgency, receivedAt } = posting;
  const asked = view.agency(agency);
  if (asked === null) throw new TypeError('a request that was examined is to an agency of the partnership');
  const due = dueAt(law.policy, law.calendar, { postedAt: at, receivedAt, urgency, agencyType: asked.type, agency });
  const iso = due.dueAt.toISOString();
  const digests = digestsOf(envelope);
  const fields = {
    check, agency: actor.agency, member: actor.member, request: id, message: envelope.header.context.message, asked: agency, ...digests,
    dueAt: iso, dueRule: due.rule, ...judgementFields(judgement, law),
  };
  posted.records.push(composeRecord('request.posted.v1', fields, { at, randomness, parties: [actor.agency, agency] }));
  const override = overrideOf(envelope, judgement, { actor, law, at });
  if (override !== null) {
    posted.overrides.push(override);
    posted.records.push(overrideRecord(override, randomness));
    // One word for all that leave together: they stand on one list.
    if (posted.overrides.length === 1) posted.outbox.push(overrideNotice(override, randomness));
  }
  for (const told of toldOfQuestion(envelope, agency)) posted.outbox.push({ id: uuid7(at, randomness.bytes(10)), event: 'request.posted.v1', agency: told, check, request: id, at });
  posted.requests.push({ id, asked: agency, urgency, dueAt: due.dueAt, dueRule: due.rule, envelope: { ...envelopeRow(envelope, at, judgement, digests.header), ...headed(heading) } });
  posted.reply.push({ id, dueAt: iso, dueRule: due.rule, judgement });
}
