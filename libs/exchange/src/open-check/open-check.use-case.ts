import type { CheckStanding, OpenCheckBody } from '@lateral/contracts';
import { isIdWithinClock, referenceOf, uuid7 } from '@lateral/domain';
import { composeRecord } from '../compose-record.js';
import { digestsOf, envelopeRow, examineShare, type ShareExaminer } from '../examine-share.js';
import { refuse, type Outcome, type Refusal } from '../outcome.js';
import { missingAttachment } from '../attachments/missing-attachment.js';
import type { Actor, Attempt, AttachmentStore, AuditRow, CheckStore, Clock, Directory, EnvelopeInspector, OpenCheckWrite, OutboxRow, Randomness } from '../ports/index.js';
import { onceOnly, settle } from '../settle.js';

/** An answer that is due later than this is not a lateral check. */
const LONGEST_DUE_MS = 60 * 24 * 3_600_000;

export interface OpenCheckDeps {
  clock: Clock;
  randomness: Randomness;
  directory: Directory;
  inspector: EnvelopeInspector;
  attachments: AttachmentStore;
  checks: CheckStore;
}

/** A practitioner asks: check, requests, justifications, audit records and outbox come into being together, or not at all. */
export class OpenCheck {
  constructor(private readonly deps: OpenCheckDeps) {}

  async carryOut(actor: Actor, attempt: Attempt, body: OpenCheckBody): Promise<Outcome<CheckStanding>> {
    return onceOnly(this.deps.checks, actor, attempt, () => this.open(actor, attempt, body));
  }

  private async open(actor: Actor, attempt: Attempt, body: OpenCheckBody): Promise<Outcome<CheckStanding>> {
    const [now, view] = await Promise.all([this.deps.clock.now(), this.deps.directory.view()]);
    const examiner: ShareExaminer = { view, inspector: this.deps.inspector, now };
    const refusal = faultOfCheck(body, actor, now) ?? (await this.faultOfShares(actor, body, examiner));
    if (refusal !== null) return refusal;

    const result = await this.deps.checks.open(this.write(actor, attempt, body, now));
    return settle(result, attempt, () => Promise.resolve(refuse('id-taken')));
  }

  private async faultOfShares(actor: Actor, body: OpenCheckBody, examiner: ShareExaminer): Promise<Refusal | null> {
    const faults = await Promise.all(body.requests.map(async (request, i) => {
      const expected = { type: 'request', direction: 'asking', check: body.id, request: request.id, to: request.agency, inReplyTo: null, corrects: null, urgency: body.urgency } as const;
      const at = `/requests/${i}/envelope`;
      return (await examineShare(request.envelope, expected, actor, examiner, at)) ?? (await missingAttachment(this.deps.attachments, actor, request.envelope, at));
    }));
    return faults.find((fault) => fault !== null) ?? null;
  }

  private write(actor: Actor, attempt: Attempt, body: OpenCheckBody, at: Date): OpenCheckWrite {
    const { randomness } = this.deps;
    const by = { check: body.id, agency: actor.agency, member: actor.member };
    const records: AuditRow[] = [composeRecord('check.opened.v1', { ...by, urgency: body.urgency }, { at, randomness, parties: [actor.agency] })];
    const outbox: OutboxRow[] = [];
    for (const { id, agency, envelope } of body.requests) {
      const fields = { ...by, request: id, message: envelope.header.context.message, asked: agency, ...digestsOf(envelope) };
      records.push(composeRecord('request.posted.v1', fields, { at, randomness, parties: [actor.agency, agency] }));
      outbox.push({ id: uuid7(at, randomness.bytes(10)), event: 'request.posted.v1', agency, check: body.id, request: id, at });
    }
    return {
      actor, attempt, at, records, outbox,
      check: { id: body.id, reference: referenceOf(body.id), asking: actor.agency, urgency: body.urgency },
      requests: body.requests.map(({ id, agency, dueAt, envelope }) => ({ id, asked: agency, urgency: body.urgency, dueAt: new Date(dueAt), envelope: envelopeRow(envelope, at) })),
    };
  }
}

/** What is wrong with the check itself, before any of its messages is looked at. */
function faultOfCheck(body: OpenCheckBody, actor: Actor, now: Date): Refusal | null {
  const outside = [['/id', body.id], ...body.requests.map(({ id }, i) => [`/requests/${i}/id`, id])].filter(([, id]) => !isIdWithinClock(id!, now));
  if (outside.length > 0) return refuse('id-outside-clock', { fields: outside.map(([field]) => ({ field: field!, reason: 'outside-clock' })) });

  const fields = body.requests.flatMap(({ agency, dueAt }, i) => {
    const due = Date.parse(dueAt);
    return [
      ...(agency === actor.agency ? [{ field: `/requests/${i}/agency`, reason: 'own-agency' }] : []),
      ...(due > now.getTime() && due <= now.getTime() + LONGEST_DUE_MS ? [] : [{ field: `/requests/${i}/dueAt`, reason: 'out-of-range' }]),
    ];
  });
  return fields.length > 0 ? refuse('invalid-request', { fields }) : null;
}
