import type { JudgedReply, ResponseCodes, ShareJudgement, SubmitResponseBody } from '@lateral/contracts';
import { checkAfter, requestAfterResponse, uuid7, type CheckState, type RequestState } from '@lateral/domain';
import { isToRelease, itemsToRelease } from '@lateral/domain/justification';
import { faultOfActs } from '../check-limits.js';
import { composeRecord } from '../compose-record.js';
import { mayRelease } from '../drafts/draft-rules.js';
import { digestsOf, envelopeRow, examineShare } from '../examine-share.js';
import { judgementFields, overrideNotice, overrideOf, overrideRecord, passJudgement, type Bench } from '../judge-share/index.js';
import type { OpenCheckDeps } from '../open-check/open-check-deps.js';
import { done, refuse, type Result, type Refusal } from '../result.js';
import type { Actor, Attempt, AuditRow, ContactStore, RequestFacts, RequestWrite } from '../ports/index.js';
import { conflict, onceOnly, settle, withReply } from '../settle.js';

interface Decided {
  facts: RequestFacts;
  codes: ResponseCodes;
  to: RequestState;
  /** Where the check goes with it: a late or corrected answer reopens what had been decided or closed. */
  check: CheckState;
  event: 'response.submitted.v1' | 'response.corrected.v1' | 'response.arrived-late.v1';
}

interface Answer {
  actor: Actor;
  attempt: Attempt;
  body: SubmitResponseBody;
  judgement: ShareJudgement;
}

export interface SubmitResponseDeps extends OpenCheckDeps {
  contacts: Pick<ContactStore, 'of'>;
}

/** An agency answers, with its own justification: it is the controller that discloses. */
export class SubmitResponse {
  constructor(private readonly deps: SubmitResponseDeps) {}

  async carryOut(actor: Actor, attempt: Attempt, request: string, body: SubmitResponseBody): Promise<Result<JudgedReply>> {
    return onceOnly(this.deps.checks, actor, attempt, async () => {
      const outcome = await this.submit(actor, attempt, request, body);
      // The request is as it was read, so it was the check that moved meanwhile: what the answer does to it is decided afresh, once.
      const checkMoved = !outcome.ok && outcome.code === 'version-changed' && outcome.current?.version === body.version;
      return checkMoved ? this.submit(actor, attempt, request, body) : outcome;
    });
  }

  private async submit(actor: Actor, attempt: Attempt, request: string, body: SubmitResponseBody): Promise<Result<JudgedReply>> {
    const facts = await this.deps.checks.requestFacts(request, actor);
    if (facts === null || facts.asked !== actor.agency) return refuse('not-found');
    const decided = decide(facts, body);
    if ('code' in decided) return decided;
    const unreleased = await this.faultOfRelease(actor, decided.codes);
    if (unreleased !== null) return unreleased;
    const [now, view, law] = await Promise.all([this.deps.clock.now(), this.deps.directory.view(), this.deps.law.view()]);
    const bench = { view, law, now };
    const judged = (await this.faultOf(actor, body, facts, bench)) ?? (await this.judged({ actor, attempt }, body, facts, bench));
    if (!judged.ok) return judged;

    const judgement = judged.value;
    const result = await this.deps.checks.changeRequest(this.write({ actor, attempt, body, judgement }, decided, bench));
    return settle(withReply(result, { judgement }), attempt, async () => conflict('version-changed', (await this.deps.checks.requestFacts(request, actor)) ?? facts));
  }

  /**
   * Whoever may not release answers sends none that has to be released: an approver who opened their draft sends it, under their own
   * signature. Judged by what the record says of the answer, which is all that the hub knows of it, and by what the agency wants.
   */
  private async faultOfRelease(actor: Actor, codes: ResponseCodes): Promise<Refusal | null> {
    if (mayRelease(actor)) return null;
    const approved = (await this.deps.contacts.of(actor.agency))?.approved ?? 'some';
    if (!isToRelease(codes, approved)) return null;
    const [at, items] = ['/envelope/justification/response', itemsToRelease(codes)];
    return refuse('not-allowed', { fields: (items.length === 0 ? [at] : items.map((item) => `${at}/items/${item}`)).map((field) => ({ field, reason: 'needs-an-approver' })) });
  }

  private async faultOf(actor: Actor, { envelope }: SubmitResponseBody, facts: RequestFacts, { view, now }: Bench): Promise<Refusal | null> {
    const expected = {
      type: 'response', direction: 'sharing', check: facts.check, request: facts.id, to: facts.asking,
      inReplyTo: facts.currentDigest, corrects: envelope.header.context.corrects === null ? null : facts.currentResponse, urgency: facts.urgency,
    } as const;
    return examineShare(envelope, expected, actor, { ...this.deps, view, now }, '/envelope');
  }

  /** The answer's own stack, judged beside the question that it answers. */
  private async judged(by: { actor: Actor; attempt: Attempt }, { envelope: { justification } }: SubmitResponseBody, facts: RequestFacts, bench: Bench): Promise<Result<ShareJudgement>> {
    const request = await this.deps.checks.justificationOf(facts.currentEnvelope);
    // Its time was over: an answer that comes so late cannot be judged beside what was asked.
    if (request === null) return refuse('erased');
    const judged = await passJudgement(this.deps, by, [{ at: '/envelope/justification', justification, other: facts.asking, request }], bench);
    return judged.ok ? done(judged.value[0]!) : judged;
  }

  private write({ actor, attempt, body: { envelope }, judgement }: Answer, { facts, codes, to, check, event }: Decided, { law, now: at }: Bench): RequestWrite {
    const { randomness } = this.deps;
    const message = envelope.header.context.message;
    const parties = [facts.asking, facts.asked];
    const fields = { check: facts.check, request: facts.id, message, agency: actor.agency, member: actor.member, asking: facts.asking, ...digestsOf(envelope), type: codes.type, ...judgementFields(judgement, law) };
    const records: AuditRow[] = [
      event === 'response.corrected.v1'
        ? composeRecord(event, { ...fields, corrects: envelope.header.context.corrects }, { at, randomness, parties })
        : composeRecord(event, fields, { at, randomness, parties }),
    ];
    const override = overrideOf(envelope, judgement, { actor, law, at });
    if (override !== null) records.push(overrideRecord(override, randomness));
    const reopens = check !== facts.checkState;
    if (reopens) records.push(composeRecord('check.reopened.v1', { check: facts.check, request: facts.id, agency: facts.asking }, { at, randomness, parties: [facts.asking] }));
    return {
      actor, attempt, at, records, override, replyAlso: { judgement },
      outbox: [{ id: uuid7(at, randomness.bytes(10)), event, agency: facts.asking, check: facts.check, request: facts.id, at }, ...(override === null ? [] : [overrideNotice(override, randomness)])],
      change: {
        request: facts.id, check: facts.check, from: { version: facts.version, state: facts.state }, to,
        checkChange: reopens ? { from: facts.checkState, to: check } : null,
        // An answer that meets a decision must not slip in beside it unseen: either it was there before, or it reopens.
        ...(reopens ? {} : { whileCheck: facts.checkState }),
      },
      envelope: envelopeRow(envelope, at, judgement),
    };
  }
}

/** What an answer does to its request and check, or why it may not be given now. */
function decide(facts: RequestFacts, { version, envelope }: SubmitResponseBody): Decided | Refusal {
  const codes = envelope.justification.response;
  if (codes === null) return refuse('justification-mismatch', { fields: [{ field: '/envelope/justification/response', reason: 'missing' }] });
  if (facts.version !== version) return conflict('version-changed', facts);
  const correcting = envelope.header.context.corrects !== null;
  const to = requestAfterResponse(facts.state, codes.type, correcting);
  const late = facts.checkState !== 'open' && to !== null && to !== facts.state;
  const check = late || correcting ? checkAfter(facts.checkState, correcting ? 'correct' : 'late_response') : facts.checkState;
  if (to === null || check === null) return conflict('wrong-state', facts);
  const full = correcting || to === facts.state ? faultOfActs(facts) : null;
  if (full !== null) return full;
  return { facts, codes, to, check, event: correcting ? 'response.corrected.v1' : late ? 'response.arrived-late.v1' : 'response.submitted.v1' };
}
