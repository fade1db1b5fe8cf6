import type { JustificationRecord, OverrideReviewBody, OverrideView, RecordOnlyReply, ShareJudgement } from '@lateral/contracts';
import { ACTS, isSecondPerson } from '@lateral/domain/access';
import { composeRecord } from '../compose-record.js';
import { digestsOf, envelopeRow, examineShare } from '../examine-share.js';
import { faultOfCodes, judgementFields, judgeShare, shown, type Bench, type Vouched } from '../judge-share/index.js';
import type { OpenCheckDeps } from '../open-check/open-check-deps.js';
import { done, refuse, type Result } from '../result.js';
import type { Actor, Attempt, DirectoryStore, OverrideStore, RequestFacts } from '../ports/index.js';
import { onceOnly, settle } from '../settle.js';

export interface ReviewOverrideDeps extends OpenCheckDeps {
  overrides: OverrideStore;
  directoryStore: Pick<DirectoryStore, 'statements'>;
}

/** An override that waits, with the record that it left with and the request it belongs to. */
interface Waiting {
  override: OverrideView;
  left: JustificationRecord;
  facts: RequestFacts;
}

/**
 * A second person of the agency looks at an emergency override and says what they found. With it comes the record as it ought to
 * have been, sealed to the own side: judged as the share would be today, and where it is said to be complete it must pass.
 */
export class ReviewOverride {
  constructor(private readonly deps: ReviewOverrideDeps) {}

  async carryOut(actor: Actor, attempt: Attempt, reviewed: string, body: OverrideReviewBody): Promise<Result<RecordOnlyReply>> {
    const outcome = await onceOnly(this.deps.checks, actor, attempt, () => this.review(actor, attempt, reviewed, body));
    return outcome.ok ? done({ message: body.envelope.header.context.message }) : outcome;
  }

  private async review(actor: Actor, attempt: Attempt, reviewed: string, body: OverrideReviewBody): Promise<Result<null>> {
    const { attachments, clock, directory, inspector, law } = this.deps;
    const override = await this.deps.overrides.find(reviewed, actor);
    if (override === null) return refuse('not-found');
    // Nobody is the judge of their own emergency.
    if (!isSecondPerson(ACTS['review-override'], { agency: actor.agency, person: override.usedBy }, { agency: actor.agency, person: actor.member })) return refuse('not-allowed');
    if (override.reviewedAt !== null) return refuse('wrong-state');
    const waiting = await this.waiting(override);
    const [now, view, lawView] = await Promise.all([clock.now(), directory.view(), law.view()]);
    const { direction, check, request, urgency } = waiting.left;
    const expected = { type: 'record', direction, check, request, to: null, inReplyTo: null, corrects: null, urgency } as const;
    const refusal = await examineShare(body.envelope, expected, actor, { view, inspector, attachments, now }, '/envelope');
    if (refusal !== null) return refusal;
    const bench = { view, law: lawView, now };
    const judged = await this.judged(body, waiting, bench);
    return judged.ok ? this.write(actor, attempt, { ...body, reviewed, judgement: judged.value }, bench) : judged;
  }

  private async waiting(override: OverrideView): Promise<Waiting> {
    const { checks } = this.deps;
    const [left, facts] = await Promise.all([checks.justificationOf(override.message), checks.requestFacts(override.request, null)]);
    if (left === null || facts === null) throw new Error('an override stands without the share that left under it');
    return { override, left, facts };
  }

  private async judged({ envelope, finding }: OverrideReviewBody, { left, facts }: Waiting, bench: Bench): Promise<Result<ShareJudgement>> {
    const answers = left.direction === 'sharing';
    const share = {
      at: '/envelope/justification', justification: envelope.justification, other: await this.other(answers ? facts.asking : facts.asked, bench),
      request: answers ? await this.deps.checks.justificationOf(facts.currentEnvelope) : null,
    };
    const fault = faultOfCodes([share], bench);
    if (fault !== null) return fault;
    const judged = judgeShare(share, bench);
    const incomplete = finding === 'right_and_completed' && judged.made.verdict === 'block';
    // Nothing was about to leave: what is wanting is told, and no attempt to share is recorded.
    return incomplete ? refuse('share-blocked', { judgements: [shown(judged)] }) : done(judged.made);
  }

  /** An emergency is reviewed though the other side has left since. Whoever checks the evidence judges by what was last vouched of it, so the hub does too. */
  private async other(agency: string, { view }: Bench): Promise<string | Vouched | null> {
    if (view.agency(agency) !== null) return agency;
    return (await this.deps.directoryStore.statements([agency], []))[0]?.document.agency ?? null;
  }

  private async write(actor: Actor, attempt: Attempt, { envelope, finding, reviewed, judgement }: OverrideReviewBody & { reviewed: string; judgement: ShareJudgement }, { law, now: at }: Bench): Promise<Result<null>> {
    const { checks, randomness } = this.deps;
    const { check, request, message } = envelope.header.context;
    const fields = { check, request, message, reviewed, agency: actor.agency, member: actor.member, finding, ...digestsOf(envelope), ...judgementFields(judgement, law) };
    const result = await checks.keepRecord({
      actor, attempt, at, outbox: [], replyAlso: { message }, review: { message: reviewed, finding },
      records: [composeRecord('override.reviewed.v1', fields, { at, randomness, parties: [actor.agency] })],
      envelope: envelopeRow(envelope, at, judgement),
    });
    // A colleague was quicker.
    return settle(result, attempt, () => Promise.resolve(refuse('wrong-state')));
  }
}
