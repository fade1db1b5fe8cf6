import type { RecordOnlyBody, RecordOnlyReply, ShareJudgement } from '@lateral/contracts';
import { MOST_RECORDS_KEPT } from '../check-limits.js';
import { composeRecord } from '../compose-record.js';
import { digestsOf, envelopeRow, examineShare } from '../examine-share.js';
import { judgementFields, passJudgement, type Bench } from '../judge-share/index.js';
import type { OpenCheckDeps } from '../open-check/open-check-deps.js';
import { done, refuse, type Result } from '../result.js';
import type { Actor, Attempt, EvidenceStore } from '../ports/index.js';
import { onceOnly, settle } from '../settle.js';

export interface KeepRecordOnlyDeps extends OpenCheckDeps {
  evidence: Pick<EvidenceStore, 'recordsKept'>;
}

/**
 * Not asking and not sharing are decisions too, and as easy to record: why is sealed to the own team and its officers, and goes
 * to nobody. The check and the request that it names may be nobody's yet, or somebody else's: nothing is looked up, so nothing is told.
 */
export class KeepRecordOnly {
  constructor(private readonly deps: KeepRecordOnlyDeps) {}

  async carryOut(actor: Actor, attempt: Attempt, body: RecordOnlyBody): Promise<Result<RecordOnlyReply>> {
    const outcome = await onceOnly(this.deps.checks, actor, attempt, () => this.keep(actor, attempt, body));
    return outcome.ok ? done({ message: body.envelope.header.context.message }) : outcome;
  }

  private async keep(actor: Actor, attempt: Attempt, { envelope, reason }: RecordOnlyBody): Promise<Result<null>> {
    const { attachments, clock, directory, inspector, law } = this.deps;
    const [now, view, lawView] = await Promise.all([clock.now(), directory.view(), law.view()]);
    const { check, request } = envelope.header.context;
    const { urgency } = envelope.justification;
    if ((await this.deps.evidence.recordsKept(check, actor.agency, MOST_RECORDS_KEPT)) >= MOST_RECORDS_KEPT) return refuse('limit-reached');
    const expected = { type: 'record', direction: 'record_only', check, request, to: null, inReplyTo: null, corrects: null, urgency } as const;
    const refusal = await examineShare(envelope, expected, actor, { view, inspector, attachments, now }, '/envelope');
    if (refusal !== null) return refusal;
    const share = { at: '/envelope/justification', justification: envelope.justification, other: null, request: null };
    const bench = { view, law: lawView, now };
    const judged = await passJudgement(this.deps, { actor, attempt }, [share], bench);
    return judged.ok ? this.write(actor, attempt, { envelope, reason, judgement: judged.value[0]! }, bench) : judged;
  }

  private async write(actor: Actor, attempt: Attempt, { envelope, reason, judgement }: RecordOnlyBody & { judgement: ShareJudgement }, { law, now: at }: Bench): Promise<Result<null>> {
    const { checks, randomness } = this.deps;
    const { check, request, message } = envelope.header.context;
    const fields = { check, request, message, agency: actor.agency, member: actor.member, reason, ...digestsOf(envelope), ...judgementFields(judgement, law) };
    const result = await checks.keepRecord({
      actor, attempt, at, outbox: [], replyAlso: { message }, review: null,
      records: [composeRecord('record-only.kept.v1', fields, { at, randomness, parties: [actor.agency] })],
      envelope: envelopeRow(envelope, at, judgement),
    });
    return settle(result, attempt, () => Promise.resolve(refuse('attachment-missing', { fields: [{ field: '/envelope/header/attachment', reason: 'not-uploaded' }] })));
  }
}
