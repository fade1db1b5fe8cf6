import type { RequestStanding, SealedEnvelope, ShareJudgement, TellOutcomeBody } from '@lateral/contracts';
import { requestAfter, uuid7 } from '@lateral/domain';
import { faultOfActs } from '../check-limits.js';
import { composeRecord } from '../compose-record.js';
import { digestsOf, envelopeRow, examineShare } from '../examine-share.js';
import { judgementFields, passJudgement, type Bench } from '../judge-share/index.js';
import type { OpenCheckDeps } from '../open-check/open-check-deps.js';
import { refuse, type Result } from '../result.js';
import type { Actor, Attempt, RequestFacts } from '../ports/index.js';
import { conflict, onceOnly, settle } from '../settle.js';

/** Closing the loop: an agency that was asked is told what came of it, sealed to it alone. What the rules block does not go; a warning needs no reason here. */
export class TellOutcome {
  constructor(private readonly deps: OpenCheckDeps) {}

  async carryOut(actor: Actor, attempt: Attempt, request: string, body: TellOutcomeBody): Promise<Result<RequestStanding>> {
    return onceOnly(this.deps.checks, actor, attempt, () => this.tell(actor, attempt, request, body));
  }

  private async tell(actor: Actor, attempt: Attempt, request: string, body: TellOutcomeBody): Promise<Result<RequestStanding>> {
    const { attachments, checks, clock, directory, inspector, law } = this.deps;
    const facts = await checks.requestFacts(request, actor);
    if (facts === null || facts.asking !== actor.agency) return refuse('not-found');
    const to = requestAfter(facts.state, 'tell_outcome');
    // Nothing can be told before it is decided; a withdrawn check still owes those it asked a word.
    if (to === null || facts.checkState === 'open') return conflict('wrong-state', facts);
    const full = faultOfActs(facts);
    if (full !== null) return full;
    const [now, view, lawView] = await Promise.all([clock.now(), directory.view(), law.view()]);
    const expected = { type: 'outcome', direction: 'telling', check: facts.check, request, to: facts.asked, inReplyTo: facts.currentDigest, corrects: null, urgency: facts.urgency } as const;
    const { envelope } = body;
    const refusal = await examineShare(envelope, expected, actor, { view, inspector, attachments, now }, '/envelope');
    if (refusal !== null) return refusal;
    const share = { at: '/envelope/justification', justification: envelope.justification, other: facts.asked, request: null };
    const bench = { view, law: lawView, now };
    const judged = await passJudgement(this.deps, { actor, attempt }, [share], bench);
    return judged.ok ? this.write(actor, attempt, facts, { envelope, judgement: judged.value[0]! }, bench) : judged;
  }

  private async write(actor: Actor, attempt: Attempt, facts: RequestFacts, { envelope, judgement }: { envelope: SealedEnvelope; judgement: ShareJudgement }, { law, now: at }: Bench): Promise<Result<RequestStanding>> {
    const { checks, randomness } = this.deps;
    const { message } = envelope.header.context;
    const fields = { check: facts.check, request: facts.id, message, agency: actor.agency, member: actor.member, asked: facts.asked, ...digestsOf(envelope), ...judgementFields(judgement, law) };
    const result = await checks.changeRequest({
      actor, attempt, at,
      records: [composeRecord('outcome.told.v1', fields, { at, randomness, parties: [facts.asking, facts.asked] })],
      outbox: [{ id: uuid7(at, randomness.bytes(10)), event: 'outcome.told.v1', agency: facts.asked, check: facts.check, request: facts.id, at }],
      change: { request: facts.id, check: facts.check, from: { version: facts.version, state: facts.state }, to: facts.state, checkChange: null },
      envelope: envelopeRow(envelope, at, judgement), override: null,
    });
    return settle(result, attempt, async () => conflict('version-changed', (await checks.requestFacts(facts.id, actor)) ?? facts));
  }
}
