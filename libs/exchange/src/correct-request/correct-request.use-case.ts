import type { CorrectRequestBody, JudgedReply, ShareJudgement } from '@lateral/contracts';
import { requestAfter, uuid7, type RequestState } from '@lateral/domain';
import { faultOfActs } from '../check-limits.js';
import { composeRecord } from '../compose-record.js';
import { toldOfQuestion } from '../envelope-readers.js';
import { digestsOf, envelopeRow, examineShare, headed } from '../examine-share.js';
import { judgementFields, overrideNotice, overrideOf, overrideRecord, passJudgement, type Bench } from '../judge-share/index.js';
import type { OpenCheckDeps } from '../open-check/open-check-deps.js';
import { refuse, type Result } from '../result.js';
import type { Actor, Attempt, OutboxRow, RequestFacts } from '../ports/index.js';
import { conflict, onceOnly, settle, withReply } from '../settle.js';

interface Correction {
  actor: Actor;
  attempt: Attempt;
  facts: RequestFacts;
  body: CorrectRequestBody;
  judgement: ShareJudgement;
  to: RequestState;
}

/** The asking agency puts a request right: a new version takes its place, and an answer to the old one is refused from then on. */
export class CorrectRequest {
  constructor(private readonly deps: OpenCheckDeps) {}

  async carryOut(actor: Actor, attempt: Attempt, request: string, body: CorrectRequestBody): Promise<Result<JudgedReply>> {
    return onceOnly(this.deps.checks, actor, attempt, () => this.correct(actor, attempt, request, body));
  }

  private async correct(actor: Actor, attempt: Attempt, request: string, body: CorrectRequestBody): Promise<Result<JudgedReply>> {
    const facts = await this.deps.checks.requestFacts(request, actor);
    if (facts === null || facts.asking !== actor.agency) return refuse('not-found');
    const [now, view, law] = await Promise.all([this.deps.clock.now(), this.deps.directory.view(), this.deps.law.view()]);
    const expected = { type: 'request', direction: 'asking', check: facts.check, request, to: facts.asked, inReplyTo: null, corrects: facts.currentEnvelope, urgency: facts.urgency } as const;
    const to = requestAfter(facts.state, 'correct_request');
    if (facts.version !== body.version) return conflict('version-changed', facts);
    if (to === null || facts.checkState === 'withdrawn') return conflict('wrong-state', facts);
    const refusal = faultOfActs(facts) ?? (await examineShare(body.envelope, expected, actor, { ...this.deps, view, now }, '/envelope'));
    if (refusal !== null) return refusal;
    const bench = { view, law, now };
    const share = { at: '/envelope/justification', justification: body.envelope.justification, other: facts.asked, request: null };
    const judged = await passJudgement(this.deps, { actor, attempt }, [share], bench);
    return judged.ok ? this.write({ actor, attempt, facts, body, judgement: judged.value[0]!, to }, bench) : judged;
  }

  private async write({ actor, attempt, facts, body: { envelope, heading }, judgement, to }: Correction, { now: at, law }: Bench): Promise<Result<JudgedReply>> {
    const { randomness, checks } = this.deps;
    const record = composeRecord('request.corrected.v1', {
      check: facts.check, request: facts.id, message: envelope.header.context.message, corrects: facts.currentEnvelope,
      agency: actor.agency, member: actor.member, asked: facts.asked, ...digestsOf(envelope), ...judgementFields(judgement, law),
    }, { at, randomness, parties: [facts.asking, facts.asked] });
    const override = overrideOf(envelope, judgement, { actor, law, at });
    const also = { judgement };
    const result = await checks.changeRequest({
      actor, attempt, at, replyAlso: also, override,
      records: override === null ? [record] : [record, overrideRecord(override, randomness)],
      outbox: [
        ...toldOfQuestion(envelope, facts.asked).map((agency): OutboxRow => ({ id: uuid7(at, randomness.bytes(10)), event: 'request.corrected.v1', agency, check: facts.check, request: facts.id, at })),
        ...(override === null ? [] : [overrideNotice(override, randomness)]),
      ],
      change: { request: facts.id, check: facts.check, from: { version: facts.version, state: facts.state }, to, checkChange: null },
      envelope: { ...envelopeRow(envelope, at, judgement), ...headed(heading) },
    });
    return settle(withReply(result, also), attempt, async () => conflict('version-changed', (await checks.requestFacts(facts.id, actor)) ?? facts));
  }
}
