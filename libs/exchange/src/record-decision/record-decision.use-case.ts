import type { CheckStanding, RecordDecisionBody } from '@lateral/contracts';
import { checkAfter } from '@lateral/domain';
import { composeRecord } from '../compose-record.js';
import { digestsOf, envelopeRow, examineShare } from '../examine-share.js';
import { faultOfCodes } from '../judge-share/index.js';
import { refuse, type Result } from '../result.js';
import type { OpenCheckDeps } from '../open-check/open-check-deps.js';
import type { Actor, Attempt } from '../ports/index.js';
import { conflict, onceOnly, settle } from '../settle.js';

/**
 * The asking agency decides. What was decided and which items it relied on is sealed to its own team and officers; the hub
 * keeps that there is a decision, when, by whom and over which bytes. Nothing goes to anybody, so no rule judges it; its record
 * in clear holds codes that the law in use knows, and nothing else.
 */
export class RecordDecision {
  constructor(private readonly deps: OpenCheckDeps) {}

  async carryOut(actor: Actor, attempt: Attempt, reference: string, body: RecordDecisionBody): Promise<Result<CheckStanding>> {
    return onceOnly(this.deps.checks, actor, attempt, () => this.decide(actor, attempt, reference, body));
  }

  private async decide(actor: Actor, attempt: Attempt, reference: string, { version, envelope }: RecordDecisionBody): Promise<Result<CheckStanding>> {
    const { attachments, checks, clock, directory, inspector, law, randomness } = this.deps;
    const facts = await checks.checkFacts(reference, actor);
    if (facts === null || facts.asking !== actor.agency) return refuse('not-found');
    if (facts.version !== version) return conflict('version-changed', facts);
    const to = checkAfter(facts.state, 'decide');
    if (to === null) return conflict('wrong-state', facts);
    const [at, view, lawView] = await Promise.all([clock.now(), directory.view(), law.view()]);
    const expected = { type: 'decision', direction: 'deciding', check: facts.id, request: null, to: null, inReplyTo: null, corrects: null, urgency: facts.urgency } as const;
    const refusal = (await examineShare(envelope, expected, actor, { view, inspector, attachments, now: at }, '/envelope'))
      ?? faultOfCodes([{ at: '/envelope/justification', justification: envelope.justification }], { law: lawView });
    if (refusal !== null) return refusal;

    const fields = { check: facts.id, message: envelope.header.context.message, agency: actor.agency, member: actor.member, ...digestsOf(envelope) };
    const result = await checks.changeCheck({
      actor, attempt, at, outbox: [],
      records: [composeRecord('decision.recorded.v1', fields, { at, randomness, parties: [actor.agency] })],
      check: facts.id, from: { version, state: facts.state }, to, requests: [], envelope: envelopeRow(envelope, at, null),
    });
    return settle(result, attempt, async () => conflict('version-changed', (await checks.checkFacts(reference, actor)) ?? facts));
  }
}
