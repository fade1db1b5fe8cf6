import type { RequestStanding, ResponseCodes, SubmitResponseBody } from '@lateral/contracts';
import { checkAfter, requestAfterResponse, uuid7, type CheckState, type RequestState } from '@lateral/domain';
import { missingAttachment } from '../attachments/missing-attachment.js';
import { composeRecord } from '../compose-record.js';
import { digestsOf, envelopeRow, examineShare } from '../examine-share.js';
import type { OpenCheckDeps } from '../open-check/open-check.use-case.js';
import { refuse, type Outcome, type Refusal } from '../outcome.js';
import type { Actor, Attempt, AuditRow, RequestFacts } from '../ports/index.js';
import { conflict, onceOnly, settle } from '../settle.js';

interface Decided {
  facts: RequestFacts;
  codes: ResponseCodes;
  to: RequestState;
  /** Where the check goes with it: a late or corrected answer reopens what had been decided or closed. */
  check: CheckState;
  event: 'response.submitted.v1' | 'response.corrected.v1' | 'response.arrived-late.v1';
  now: Date;
}

/** An agency answers, with its own justification: it is the controller that discloses. */
export class SubmitResponse {
  constructor(private readonly deps: OpenCheckDeps) {}

  async carryOut(actor: Actor, attempt: Attempt, request: string, body: SubmitResponseBody): Promise<Outcome<RequestStanding>> {
    return onceOnly(this.deps.checks, actor, attempt, async () => {
      const outcome = await this.submit(actor, attempt, request, body);
      // The request is as it was read, so it was the check that moved meanwhile: what the answer does to it is decided afresh, once.
      const checkMoved = !outcome.ok && outcome.code === 'version-changed' && outcome.current?.version === body.version;
      return checkMoved ? this.submit(actor, attempt, request, body) : outcome;
    });
  }

  private async submit(actor: Actor, attempt: Attempt, request: string, body: SubmitResponseBody): Promise<Outcome<RequestStanding>> {
    const facts = await this.deps.checks.requestFacts(request);
    if (facts === null || facts.asked !== actor.agency) return refuse('not-found');
    const decided = decide(facts, body, await this.deps.clock.now());
    if ('code' in decided) return decided;
    const refusal = await this.faultOf(actor, body, decided);
    if (refusal !== null) return refusal;

    const result = await this.deps.checks.changeRequest(this.write(actor, attempt, body, decided));
    return settle(result, attempt, async () => conflict('version-changed', (await this.deps.checks.requestFacts(request)) ?? facts));
  }

  private async faultOf(actor: Actor, { envelope }: SubmitResponseBody, { facts, now }: Decided): Promise<Refusal | null> {
    const expected = {
      type: 'response', direction: 'sharing', check: facts.check, request: facts.id, to: facts.asking,
      inReplyTo: facts.currentDigest, corrects: envelope.header.context.corrects === null ? null : facts.currentResponse, urgency: facts.urgency,
    } as const;
    const examiner = { view: await this.deps.directory.view(), inspector: this.deps.inspector, now };
    return (await examineShare(envelope, expected, actor, examiner, '/envelope')) ?? (await missingAttachment(this.deps.attachments, actor, envelope, '/envelope'));
  }

  private write(actor: Actor, attempt: Attempt, { envelope }: SubmitResponseBody, { facts, codes, to, check, event, now: at }: Decided): Parameters<OpenCheckDeps['checks']['changeRequest']>[0] {
    const { randomness } = this.deps;
    const message = envelope.header.context.message;
    const parties = [facts.asking, facts.asked];
    const fields = { check: facts.check, request: facts.id, message, agency: actor.agency, member: actor.member, asking: facts.asking, ...digestsOf(envelope), type: codes.type };
    const records: AuditRow[] = [
      event === 'response.corrected.v1'
        ? composeRecord(event, { ...fields, corrects: envelope.header.context.corrects }, { at, randomness, parties })
        : composeRecord(event, fields, { at, randomness, parties }),
    ];
    const reopens = check !== facts.checkState;
    if (reopens) records.push(composeRecord('check.reopened.v1', { check: facts.check, request: facts.id, agency: facts.asking }, { at, randomness, parties: [facts.asking] }));
    return {
      actor, attempt, at, records,
      outbox: [{ id: uuid7(at, randomness.bytes(10)), event, agency: facts.asking, check: facts.check, request: facts.id, at }],
      change: {
        request: facts.id, check: facts.check, from: { version: facts.version, state: facts.state }, to,
        checkChange: reopens ? { from: facts.checkState, to: check } : null,
        // An answer that meets a decision must not slip in beside it unseen: either it was there before, or it reopens.
        ...(reopens ? {} : { whileCheck: facts.checkState }),
      },
      envelope: envelopeRow(envelope, at),
    };
  }
}

/** What an answer does to its request and check, or why it may not be given now. */
function decide(facts: RequestFacts, { version, envelope }: SubmitResponseBody, now: Date): Decided | Refusal {
  const codes = envelope.justification.response;
  if (codes === null) return refuse('justification-mismatch', { fields: [{ field: '/envelope/justification/response', reason: 'missing' }] });
  if (facts.version !== version) return conflict('version-changed', facts);
  const correcting = envelope.header.context.corrects !== null;
  const to = requestAfterResponse(facts.state, codes.type, correcting);
  const late = facts.checkState !== 'open' && to !== null && to !== facts.state;
  const check = late || correcting ? checkAfter(facts.checkState, correcting ? 'correct' : 'late_response') : facts.checkState;
  if (to === null || check === null) return conflict('wrong-state', facts);
  return { facts, codes, to, check, now, event: correcting ? 'response.corrected.v1' : late ? 'response.arrived-late.v1' : 'response.submitted.v1' };
}
